/** What a dry run tells. */
package org.motherlode.batch.tryout;

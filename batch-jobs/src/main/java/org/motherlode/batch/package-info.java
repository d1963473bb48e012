/** The batch jobs. */
package org.motherlode.batch;

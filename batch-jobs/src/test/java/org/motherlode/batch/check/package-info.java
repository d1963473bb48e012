/** Tests of the job that checks the books. */
package org.motherlode.batch.check;

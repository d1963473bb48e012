/** The job {@code check-books}: whether what must hold of the books holds. */
package org.motherlode.batch.check;

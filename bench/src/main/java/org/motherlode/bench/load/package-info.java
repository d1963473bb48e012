/** Real shares at difficulty 1: hashed before the clock runs, sent while it runs, so that only the server hashes then. */
package org.motherlode.bench.load;

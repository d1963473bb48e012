/** From the start of the server's process to the first login that is answered with a job, and what the server holds in memory. */
package org.motherlode.bench.start;

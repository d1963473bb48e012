/** Hashing: proof-of-work functions that are always ready for the seeds they were told to keep. */
package org.motherlode.pow;

/** Two persons and a payout above a bound. */
package org.motherlode.batch.release;

/** The job {@code release-payout}: one of two persons releases a payout above a bound, or refuses it. */
package org.motherlode.batch.release;

/** The job {@code resolve-payout}: a person decides about a payout that is in review or hangs. */
package org.motherlode.batch.resolve;

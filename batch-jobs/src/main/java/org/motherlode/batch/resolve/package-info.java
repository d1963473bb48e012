/** The job {@code resolve-payout}: a person decides about a payout in review. */
package org.motherlode.batch.resolve;

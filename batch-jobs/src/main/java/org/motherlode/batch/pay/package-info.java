/** The job {@code pay-miners}: from payable balances to confirmed payments. */
package org.motherlode.batch.pay;

/** The payout rows and the money that moves with them. */
package org.motherlode.ejb.payout;

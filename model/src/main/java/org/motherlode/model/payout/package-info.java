/** Paying miners exactly once. */
package org.motherlode.model.payout;

/**
 * What a scheme means for miners, by rolling dice: variance, window, what a pool hopper gains, and the reserve that PPS needs.
 * It is statistics for a person who chooses, and divides nobody's money: here, and nowhere near a share or a payment, floating
 * point is allowed. The theory beside it is Rosenfeld's "Analysis of Bitcoin Pooled Mining Reward Systems" (2011).
 */
package org.motherlode.ctl.simulation;

/** Thresholds of the miners' own, and the proof that it is the miner who wants one. */
package org.motherlode.ejb.threshold;

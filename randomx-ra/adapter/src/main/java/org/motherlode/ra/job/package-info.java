/** From a block template to the job of one miner, and which jobs are still good. */
package org.motherlode.ra.job;

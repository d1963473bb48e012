/** What a miner works on and what it sends back. */
package org.motherlode.model.job;

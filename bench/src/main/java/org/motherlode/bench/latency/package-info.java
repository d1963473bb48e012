/** How long a miner waits for its OK, and how much of it is the disk. */
package org.motherlode.bench.latency;

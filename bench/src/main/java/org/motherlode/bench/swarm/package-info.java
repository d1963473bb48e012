/** Bots on connections of their own, ten thousand of them in one process, against any pool that speaks cryptonote Stratum. */
package org.motherlode.bench.swarm;

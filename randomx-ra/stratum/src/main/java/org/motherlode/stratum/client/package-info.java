/** A client of cryptonote pools: one plain socket, one thread, jobs by callback, shares answered by future. */
package org.motherlode.stratum.client;

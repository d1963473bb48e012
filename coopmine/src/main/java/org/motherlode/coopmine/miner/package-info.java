/** Mining at a pool: work in, nonces to the threads, shares out. */
package org.motherlode.coopmine.miner;

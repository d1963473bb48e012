/** One thread that writes prepared lines and does nothing else: what a pool's figures are divided by. */
package org.motherlode.bench.floor;

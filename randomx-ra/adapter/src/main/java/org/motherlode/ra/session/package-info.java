/** One connection of a miner, from login to last share, apart from any socket library. */
package org.motherlode.ra.session;

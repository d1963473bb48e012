/** What the toy chain needs around it in a test: its node and a miner. */
package org.motherlode.toy;

package org.motherlode.ejb.chain.opensy;

/**
 * What the node says of a block that it knows.
 *
 * @param confirmations blocks from it to the tip, both included; below 1 if it is not on the main chain
 */
record BlockStanding(String id, long height, long confirmations) {
    boolean isOnMainChain() {
        return confirmations >= 1;
    }
}

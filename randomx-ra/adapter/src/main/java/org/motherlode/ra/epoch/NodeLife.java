package org.motherlode.ra.epoch;

/**
 * One life of a node, from start to stop or crash.
 *
 * @param node 0 to 255, its own among all nodes of one database
 * @param epoch larger than that of any life before
 * @param previousEpoch of the life before, 0 if there was none
 */
public record NodeLife(int node, long epoch, long previousEpoch) {
    public NodeLife {
        if (node < 0 || node > 255 || previousEpoch < 0 || epoch <= previousEpoch) {
            throw new IllegalArgumentException(
                    "node must be 0 to 255 and epochs rise: " + node + "/" + previousEpoch + "/" + epoch);
        }
    }
}

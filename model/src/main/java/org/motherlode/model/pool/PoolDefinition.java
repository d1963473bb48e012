package org.motherlode.model.pool;

import java.util.List;
import org.motherlode.model.chain.ChainId;

/**
 * A pool as its operator wrote it down.
 *
 * @param node the node's RPC address, as the chain understands it
 * @param wallet the wallet's RPC address, as the chain understands it
 * @param fast verify with the full dataset; one pool of a machine at most
 * @param settings everything else, the chain's own keys included
 */
public record PoolDefinition(
        PoolName name,
        ChainId chain,
        String node,
        String wallet,
        List<ListenPort> ports,
        boolean fast,
        Settings settings) {
    public PoolDefinition {
        ports = List.copyOf(ports);
    }
}

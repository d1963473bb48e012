package org.motherlode.ejb.identity;

import java.util.Map;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.pool.PoolName;

/**
 * Lets questions through to a node of the pool's own network only. Which network it is of is asked when it first answers, and
 * again after each time that it did not: another may have taken its place.
 */
final class SameNetwork {
    private final PoolName pool;
    private final BlockSource source;
    private final Identities identities;
    private volatile String ruling = "";
    private volatile boolean known;

    SameNetwork(PoolName pool, BlockSource source, Identities identities) {
        this.pool = pool;
        this.source = source;
        this.identities = identities;
    }

    /** Something that a node is asked. */
    interface Question<T> {
        T ask() throws NodeUnavailableException;
    }

    <T> T ask(Question<T> question) throws NodeUnavailableException {
        require();
        try {
            return question.ask();
        } catch (NodeUnavailableException e) {
            known = false;
            throw e;
        }
    }

    void require() throws NodeUnavailableException {
        if (!known) {
            requireNow();
        }
    }

    /** Without trust in what was known. */
    void requireNow() throws NodeUnavailableException {
        known = false;
        String network = source.network();
        if (!network.equals(ruling)) { // a person may have changed what rules
            ruling = ruling(network);
        }
        if (!network.equals(ruling)) {
            throw new NodeUnavailableException(SamePool.otherNetwork(pool, ruling, network));
        }
        known = true;
    }

    private String ruling(String network) throws NodeUnavailableException {
        try {
            return identities.ruling(pool, Map.of(Fact.NETWORK, network)).getOrDefault(Fact.NETWORK, network);
        } catch (DatabaseException e) {
            throw new NodeUnavailableException(
                    "The database does not say of which network pool " + pool + " is: " + e.getMessage(), e);
        }
    }
}

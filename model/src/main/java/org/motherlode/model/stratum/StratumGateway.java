package org.motherlode.model.stratum;

import java.util.List;
import java.util.Map;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;

/**
 * The adapter as the beans see it: an administered object at {@link #JNDI_NAME}. Calls return at once; what they set off
 * (building a RandomX cache, sending ten thousand jobs) happens on the adapter's own threads.
 */
public interface StratumGateway {
    String JNDI_NAME = "java:/motherlode/gateway";

    /** This node's number, 0 to 255, as it stands in the numbers of its shares. */
    int node();

    /** The pools whose definition could be read, by name. */
    List<PoolDefinition> pools();

    /**
     * Pools that take no miners, by name as written (printable characters only), each with the sentence that says why. It
     * begins with the key where one is to blame: the definition could not be read, a port could not be opened, a bean
     * stopped the pool. The sentence may quote what was written, so it is for the operator's eyes.
     */
    default Map<String, String> closed() {
        return Map.of();
    }

    /**
     * Of each pool whose ports take TLS the SHA-256 of the certificate that they show now, in DER form, as 64 lower-case
     * hex digits: what a miner compares with its {@code tls-fingerprint}.
     */
    default Map<PoolName, String> fingerprints() {
        return Map.of();
    }

    /** What is wrong in the adapter itself at present (hashes that fail, connections that cannot be taken); else nothing. */
    default List<Condition> conditions() {
        return List.of();
    }

    /** Who is kept out of all pools of this node. */
    BanDesk bans();

    /** Lets miners of this pool log in; they wait for the first template. */
    void open(PoolName pool, PoolDoor door);

    /** New work for all miners of the pool; older templates stay good for late shares as the adapter's policy says. */
    void publish(PoolName pool, BlockTemplate template);

    /** No work for now (node away, syncing): miners are sent away, so that they fail over. {@code why} is for anybody's eyes. */
    void suspend(PoolName pool, String why);

    /** Closes the pool for good; {@code why} is the operator's, in console and health check: miners are not told. */
    void stop(PoolName pool, String why);

    GatewayFigures figures();

    /** What is connected to a pool now. */
    List<MinerFigures> miners(PoolName pool);
}

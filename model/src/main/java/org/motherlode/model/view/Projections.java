package org.motherlode.model.view;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.pool.PoolName;

/**
 * Everything the dashboard shows. Answers may be a few seconds old. Every method but {@link #pools}, {@link #closed},
 * {@link #refusal} and {@link #address} may throw {@link ViewUnavailableException}.
 */
public interface Projections {
    /** Pools by name; the first is the one that paths without a pool mean. */
    List<PoolName> pools();

    /**
     * Pools that the operator defined and that take no miners, by name as written, each with the name of the setting that
     * is to blame, empty if no single one is. Values and sentences are for the operator only: they may hold secrets.
     */
    default Map<String, String> closed() {
        return Map.of();
    }

    /** Why this server lets no miners into any pool, in words for anybody's eyes; empty if it does. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** Empty for a pool that does not run here. */
    Optional<PoolView> pool(PoolName pool);

    /** Empty until the pool's node has answered once. */
    Optional<NetworkView> network(PoolName pool);

    /** Newest first. */
    List<BlockView> blocks(PoolName pool, int limit, int offset);

    /** Newest first, of all miners. */
    List<PaymentView> payments(PoolName pool, int limit, int offset);

    /** Whether an address could be a miner's here at all, in words if not. */
    AddressVerdict address(PoolName pool, String text);

    /** Empty if this address never had a share or a credit. */
    Optional<MinerView> miner(PoolName pool, String address);

    List<PaymentView> paymentsOf(PoolName pool, String address, int limit, int offset);
}

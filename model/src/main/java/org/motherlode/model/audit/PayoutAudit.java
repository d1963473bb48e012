package org.motherlode.model.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.model.pool.PoolName;

/**
 * A payout and all its receivers.
 *
 * @param id its number in the pool's database
 * @param transaction empty until the chain has shown it
 */
public record PayoutAudit(
        PoolName pool,
        ChainId chain,
        Asset asset,
        long id,
        PayoutState state,
        Instant createdAt,
        Instant changedAt,
        Optional<Transaction> transaction,
        List<Receiver> receivers) {

    /** What the receivers get together, in atoms. */
    public BigInteger total() {
        return receivers.stream().map(Receiver::atoms).reduce(BigInteger.ZERO, BigInteger::add);
    }

    public PayoutAudit with(List<Receiver> all) {
        return new PayoutAudit(pool, chain, asset, id, state, createdAt, changedAt, transaction, all);
    }

    /**
     * As the chain has it.
     *
     * @param fee of the network, atoms; not among what the receivers get
     * @param proof what shows anybody the receivers' amounts, on Monero the transaction's key; empty where the operator keeps
     *     it to himself
     */
    public record Transaction(String id, BigInteger fee, Optional<String> proof) {}

    /**
     * Who was paid.
     *
     * @param atoms above 0
     */
    public record Receiver(String address, BigInteger atoms) {}
}

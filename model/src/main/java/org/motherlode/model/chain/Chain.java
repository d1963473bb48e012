package org.motherlode.model.chain;

import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;

/** A chain as data: its ports, bound to one pool's node and wallet. Closing it ends connections and threads. */
public record Chain(
        ChainId id,
        Asset asset,
        PowPlan pow,
        AddressParser addresses,
        BlockSource source,
        BlockSink sink,
        BlockWatch watch,
        Wallet wallet,
        Runnable closing)
        implements AutoCloseable {
    /** One whose blocks have asked for one proof of work from the first and will for ever. */
    public Chain(
            ChainId id,
            Asset asset,
            PowId pow,
            AddressParser addresses,
            BlockSource source,
            BlockSink sink,
            BlockWatch watch,
            Wallet wallet,
            Runnable closing) {
        this(id, asset, PowPlan.only(pow), addresses, source, sink, watch, wallet, closing);
    }

    @Override
    public void close() {
        closing.run();
    }
}

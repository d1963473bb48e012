package org.motherlode.model.chain;

import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pow.PowId;

/** A chain as data: its ports, bound to one pool's node and wallet. Closing it ends connections and threads. */
public record Chain(
        ChainId id,
        Asset asset,
        PowId pow,
        AddressParser addresses,
        BlockSource source,
        BlockSink sink,
        BlockWatch watch,
        Wallet wallet,
        Runnable closing)
        implements AutoCloseable {

    @Override
    public void close() {
        closing.run();
    }
}

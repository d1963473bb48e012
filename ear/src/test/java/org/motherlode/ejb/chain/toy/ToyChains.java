package org.motherlode.ejb.chain.toy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pow.PowId;

/** The one thing that joins the toy chain to the pool. */
@ApplicationScoped
public class ToyChains {
    static final Asset TOY = new Asset("TOY", 3);
    static final PowId POW = new PowId("toy-sha256");

    @Produces
    ChainFactory toy() {
        return new ToyFactory();
    }

    private static final class ToyFactory implements ChainFactory {
        @Override
        public ChainId id() {
            return new ChainId("toy");
        }

        @Override
        public Chain open(PoolDefinition pool) throws SettingException {
            String address = pool.settings()
                    .text("toy.address")
                    .orElseThrow(() -> new SettingException("toy.address", "must name the pool's own account"));
            ToyRpc rpc = new ToyRpc(pool.node());
            return new Chain(
                    id(),
                    TOY,
                    POW,
                    new ToyAddresses(),
                    new ToySource(rpc, address),
                    new ToySink(rpc),
                    new ToyWatch(rpc),
                    new ToyWallet(rpc, address),
                    () -> {});
        }
    }
}

package org.motherlode.ejb.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.SubmitAnswer;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;

/** A node that says of blocks what a test tells it to, as the only pool's. */
final class FakeNode implements BlockWatch, BlockSink, OpenPools {
    static final Asset COIN = new Asset("TST", 8);
    static final PoolName POOL = new PoolName("toy");

    final List<SealedBlock> submitted = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    /** What happens while it thinks. */
    Runnable thinking = () -> {};

    private BlockFate fate = new BlockFate.Unknown("never seen");
    private boolean away;

    void says(BlockFate next) {
        fate = next;
    }

    void isAway(boolean now) {
        away = now;
    }

    @Override
    public BlockFate fate(BlockRef block) throws NodeUnavailableException {
        answer();
        asked.add(block.id());
        thinking.run();
        return fate;
    }

    @Override
    public SubmitAnswer submit(SealedBlock block) throws NodeUnavailableException {
        answer();
        submitted.add(block);
        return new SubmitAnswer(true, "OK");
    }

    private void answer() throws NodeUnavailableException {
        if (away) {
            throw new NodeUnavailableException("the node is away");
        }
    }

    @Override
    public List<OpenPool> all() {
        Chain chain = new Chain(
                new ChainId("toy"),
                COIN,
                new PowId("toy"),
                Absent.of(AddressParser.class),
                Absent.of(BlockSource.class),
                this,
                this,
                Absent.of(Wallet.class),
                () -> {});
        PoolDefinition definition =
                new PoolDefinition(POOL, chain.id(), "", "", List.of(), false, new Settings(Map.of()));
        return List.of(new OpenPool(definition, chain));
    }

    @Override
    public Optional<OpenPool> find(PoolName name) {
        return all().stream().filter(pool -> pool.name().equals(name)).findFirst();
    }

    @Override
    public Map<PoolName, String> stopped() {
        return new TreeMap<>();
    }
}

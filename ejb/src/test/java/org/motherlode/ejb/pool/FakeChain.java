package org.motherlode.ejb.pool;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.BlockWatch;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainFactory;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.money.Asset;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;

/** A chain whose tip a test moves by hand. */
final class FakeChain implements BlockSource, ChainFactory {
    static final ChainId ID = new ChainId("toy");

    private String tip = "a";
    private boolean away;
    private boolean jarMissing;
    private long difficulty = 500;
    int fetched;
    /** Told each time that the tip is asked for. */
    Runnable looked = () -> {};

    void moveTo(String next) {
        tip = next;
    }

    void asks(long nextDifficulty) {
        difficulty = nextDifficulty;
    }

    void isAway(boolean now) {
        away = now;
    }

    void lacksItsJar(boolean now) {
        jarMissing = now;
    }

    static PoolDefinition definition(String name, String chain, Map<String, String> settings) {
        return new PoolDefinition(
                new PoolName(name), new ChainId(chain), "", "", List.of(), false, new Settings(settings));
    }

    OpenPool pool() {
        return new OpenPool(definition("toy", "toy", Map.of()), chain());
    }

    @Override
    public ChainId id() {
        return ID;
    }

    @Override
    public Chain open(PoolDefinition pool) throws SettingException {
        if (pool.settings().flag("toy.broken", false)) {
            throw new SettingException("toy.broken", "must not be");
        }
        if (pool.settings().flag("toy.bug", false)) {
            throw new IllegalStateException("a bug");
        }
        if (pool.settings().flag("toy.jar-missing", false)) {
            throw new NoClassDefFoundError("toy/Coin");
        }
        return chain();
    }

    @Override
    public Tip tip() throws NodeUnavailableException {
        looked.run();
        answer();
        return new Tip(1, tip, Difficulty.of(difficulty));
    }

    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        answer();
        fetched++;
        return on(tip);
    }

    @Override
    public String network() throws NodeUnavailableException {
        answer();
        return "fake";
    }

    @Override
    public String payTo() {
        return "the pool";
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        return () -> {};
    }

    private void answer() throws NodeUnavailableException {
        if (jarMissing) {
            throw new NoClassDefFoundError("toy/Node");
        }
        if (away) {
            throw new NodeUnavailableException("the node is away");
        }
    }

    private Chain chain() {
        return new Chain(
                ID,
                new Asset("TST", 8),
                new PowId("toy"),
                FakeChain::address,
                this,
                absent(BlockSink.class),
                absent(BlockWatch.class),
                absent(Wallet.class),
                () -> {});
    }

    private static AddressVerdict address(String text) {
        return text.startsWith("T")
                ? new AddressVerdict.Payable(new MinerAddress(text))
                : new AddressVerdict.Refused("A toy address begins with T.");
    }

    /** A template of which only parent, height and summary matter. */
    private static BlockTemplate on(String parent) {
        return BlockTemplate.class.cast(Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(),
                new Class<?>[] {BlockTemplate.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "previousId", "summary" -> parent;
                    case "height" -> 2L;
                    default -> throw new AssertionError(method + " was not expected");
                }));
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was not expected");
        }));
    }
}

package org.motherlode.ejb.identity;

import java.lang.reflect.Proxy;
import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockSink;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.payout.Wallet;
import org.motherlode.model.payout.WalletCondition;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;

/** A node and a wallet that answer everything, of whatever a test says they are. */
final class OneChain implements BlockSource, Wallet {
    static final Asset XMR = new Asset("XMR", 12);

    String chain = "monero";
    String asset = "XMR";
    String address = "mine";
    String network = "fakechain";
    boolean away;

    Chain chain() {
        return new Chain(
                new ChainId(chain),
                new Asset(asset, 12),
                new PowId("toy"),
                absent(AddressParser.class),
                this,
                absent(BlockSink.class),
                block -> new BlockFate.Pending(1, 60),
                this,
                () -> {});
    }

    @Override
    public Tip tip() throws NodeUnavailableException {
        answer();
        return new Tip(1, "a", Difficulty.of(1));
    }

    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        answer();
        return absent(BlockTemplate.class);
    }

    @Override
    public String network() throws NodeUnavailableException {
        answer();
        return network;
    }

    @Override
    public String payTo() {
        return address;
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        return () -> {};
    }

    @Override
    public WalletCondition condition() {
        return new WalletCondition(true, "well", Money.ofAtoms(1_000, XMR));
    }

    @Override
    public int mostReceivers() {
        return 1;
    }

    @Override
    public boolean isPaidAlone(MinerAddress miner) {
        return false;
    }

    @Override
    public PreparedPayment prepare(PaymentOrder order) {
        return new PreparedPayment("paid", Octets.of(new byte[] {1}), Money.zero(XMR), List.of("image"), "");
    }

    @Override
    public void send(PreparedPayment payment) {
        throw new AssertionError("nothing is sent here");
    }

    @Override
    public PaymentFate fate(PreparedPayment payment) {
        return new PaymentFate.Unseen();
    }

    private void answer() throws NodeUnavailableException {
        if (away) {
            throw new NodeUnavailableException("away");
        }
    }

    private static <T> T absent(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was not expected");
        }));
    }
}

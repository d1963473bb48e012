package org.motherlode.ctl.demo;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.monero.WalletServer;

/**
 * A private Monero chain with a wallet for the pool and wallets for two miners and for a bystander, to whom the blocks go
 * that only let time pass.
 */
public final class DemoChain implements AutoCloseable {
    /** At this difficulty a block costs nothing, so the chain can be led forward. */
    private static final long IDLE = 1;
    /** A transaction's ring needs sixteen outputs, and the first block's must have matured (60 blocks). */
    private static final long WORKABLE_HEIGHT = 80;

    /** The name of the pool's wallet file. */
    static final String POOL = "pool";

    private final long difficulty;
    private final WalletServer poolWallet;
    private final WalletServer minersWallet;
    private final Addresses addresses;
    private RegtestNode node;
    private boolean idle;

    /** Who can be paid. */
    public record Addresses(String pool, String amy, String bob, String bystander) {}

    private DemoChain(long difficulty, RegtestNode node, WalletServer poolWallet, WalletServer minersWallet)
            throws IOException, InterruptedException {
        this.difficulty = difficulty;
        this.node = node;
        this.poolWallet = poolWallet;
        this.minersWallet = minersWallet;
        this.addresses = new Addresses(poolWallet.open(POOL), address("amy"), address("bob"), address("bystander"));
    }

    /** Starts node and wallets on what {@code folder} holds, and leads a new chain to where payments are possible. */
    public static DemoChain start(Path folder, DemoPorts ports, long difficulty)
            throws IOException, InterruptedException {
        return start(folder, ports, difficulty, ports.node().rpc());
    }

    /** The same, with a pool's wallet that finds its node at this port, where something may stand in between. */
    public static DemoChain start(Path folder, DemoPorts ports, long difficulty, int nodeOfPoolWallet)
            throws IOException, InterruptedException {
        RegtestNode node = RegtestNode.start(folder.resolve("node"), ports.node(), IDLE);
        WalletServer pool = null;
        try {
            pool = WalletServer.start(folder.resolve("pool-wallet"), ports.poolWallet(), nodeOfPoolWallet);
            WalletServer miners = WalletServer.start(
                    folder.resolve("miners-wallet"),
                    ports.minersWallet(),
                    ports.node().rpc());
            DemoChain chain = new DemoChain(difficulty, node, pool, miners);
            long missing = WORKABLE_HEIGHT - node.height();
            chain.node.generate((int) Math.max(0, missing), chain.addresses.bystander());
            return chain;
        } catch (IOException | InterruptedException e) {
            if (pool != null) {
                pool.close();
            }
            node.close();
            throw e;
        }
    }

    public Addresses addresses() {
        return addresses;
    }

    public RegtestNode node() {
        return node;
    }

    public WalletServer poolWallet() {
        return poolWallet;
    }

    /** From now on blocks have the difficulty that they were meant to have. */
    public void mineInEarnest() throws IOException, InterruptedException {
        node = node.restartAt(difficulty);
        idle = false;
    }

    /** Blocks cost nothing from now on. */
    public void idle() throws IOException, InterruptedException {
        idle = true;
        node = node.restartAt(IDLE);
    }

    /** Ends the node, whose folder nobody writes to any more. */
    public void endNode() {
        node.close();
    }

    /** Starts a node where one was ended: on this folder, which may have another chain. Blocks cost nothing. */
    public void startNode(Path data) throws IOException, InterruptedException {
        idle = true;
        node = RegtestNode.start(data, node.ports(), IDLE);
    }

    /** Whether blocks cost nothing, so that the pool gives nobody work. */
    boolean isIdle() {
        return idle;
    }

    /** Lets this many blocks pass, which go to the bystander. Only while {@linkplain #idle() idle}. */
    public void pass(int blocks) throws IOException, InterruptedException {
        node.generate(blocks, addresses.bystander());
    }

    /** What a miner's own wallet says that it holds, in atoms. */
    public BigInteger balanceOf(String miner) throws IOException, InterruptedException {
        minersWallet.open(miner);
        BigInteger balance = minersWallet.balance();
        minersWallet.closeWallet();
        return balance;
    }

    private String address(String wallet) throws IOException, InterruptedException {
        String address = minersWallet.open(wallet);
        minersWallet.closeWallet();
        return address;
    }

    @Override
    public void close() {
        minersWallet.close();
        poolWallet.close();
        node.close();
    }
}

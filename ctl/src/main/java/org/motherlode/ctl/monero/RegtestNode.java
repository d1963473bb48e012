package org.motherlode.ctl.monero;

import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.process.Child;

/** A monerod of its own private chain, which survives restarts; each start may choose another difficulty. */
public final class RegtestNode implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final int BLOCKS_A_CALL = 10;

    private final Path folder;
    private final Ports ports;
    private final Map<String, String> environment;
    private final Child process;
    private final JsonRpc rpc;

    /** Where it listens, all on 127.0.0.1. */
    public record Ports(int rpc, int p2p, int zmqRpc, int zmqPublish) {}

    private RegtestNode(Path folder, Ports ports, Map<String, String> environment, Child process) {
        this.folder = folder;
        this.ports = ports;
        this.environment = environment;
        this.process = process;
        this.rpc = new JsonRpc("monerod", ports.rpc());
    }

    /** Starts monerod and waits until it answers. {@code difficulty} is that of every block mined from now on. */
    public static RegtestNode start(Path folder, Ports ports, long difficulty)
            throws IOException, InterruptedException {
        return start(folder, ports, difficulty, Map.of());
    }

    /** The same with variables added to its environment, now and when it is started again. */
    public static RegtestNode start(Path folder, Ports ports, long difficulty, Map<String, String> environment)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command(folder, ports, difficulty));
        builder.environment().putAll(environment);
        Child process = Child.start("monerod", builder, folder.resolve("stdout.log"));
        RegtestNode node = new RegtestNode(folder, ports, environment, process);
        try {
            process.awaitReady(START, () -> node.height() > 0);
        } catch (IOException | InterruptedException e) {
            process.close();
            throw e;
        }
        return node;
    }

    private static List<String> command(Path folder, Ports ports, long difficulty) {
        return List.of(
                Programs.monerod(),
                "--regtest",
                "--offline",
                "--keep-fakechain",
                "--non-interactive",
                "--fixed-difficulty",
                Long.toString(difficulty),
                "--data-dir",
                folder.toString(),
                "--log-file",
                folder.resolve("monerod.log").toString(),
                "--rpc-bind-ip",
                "127.0.0.1",
                "--rpc-bind-port",
                Integer.toString(ports.rpc()),
                "--p2p-bind-ip",
                "127.0.0.1",
                "--p2p-bind-port",
                Integer.toString(ports.p2p()),
                "--zmq-rpc-bind-ip",
                "127.0.0.1",
                "--zmq-rpc-bind-port",
                Integer.toString(ports.zmqRpc()),
                "--zmq-pub",
                "tcp://127.0.0.1:" + ports.zmqPublish(),
                "--disable-rpc-ban",
                "--no-igd",
                "--disable-dns-checkpoints",
                "--check-updates",
                "disabled");
    }

    /** Ends monerod and starts it again on the same chain with another difficulty. This object is of no use afterwards. */
    public RegtestNode restartAt(long difficulty) throws IOException, InterruptedException {
        process.close();
        return start(folder, ports, difficulty, environment);
    }

    public Ports ports() {
        return ports;
    }

    public Child process() {
        return process;
    }

    /** Where its chain lies. */
    public Path folder() {
        return folder;
    }

    /** The number of blocks, genesis included: one more than the height of the tip. */
    public long height() throws IOException, InterruptedException {
        return rpc.call("get_info").getJsonNumber("height").longValueExact();
    }

    /** Whether the block of this id is on the main chain at this height. */
    public boolean confirms(long blockHeight, String blockId) throws IOException, InterruptedException {
        var header = rpc.call(
                "get_block_header_by_height", Json.createObjectBuilder().add("height", blockHeight));
        return header.getJsonObject("block_header").getString("hash").equals(blockId);
    }

    /** Mines blocks to an address; quick only at difficulty 1. */
    public void generate(int blocks, String address) throws IOException, InterruptedException {
        for (int left = blocks; left > 0; left -= BLOCKS_A_CALL) {
            rpc.call(
                    "generateblocks",
                    Json.createObjectBuilder()
                            .add("amount_of_blocks", Math.min(left, BLOCKS_A_CALL))
                            .add("wallet_address", address)
                            .add("starting_nonce", 0));
        }
    }

    @Override
    public void close() {
        process.close();
    }
}

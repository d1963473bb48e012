package org.motherlode.ejb.chain.monero;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ctl.monero.Programs;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/** A private chain of a real monerod at difficulty 1, with a wallet server beside it if one is wanted. */
final class Regtest implements AutoCloseable {
    /** Some address that is not the pool's. */
    static final String NOBODY =
            "46wYriPCSjyje8UQ9qGSqCSDmSJpanqKuABtUgCnQoutfwPn3zKtFW7bD2tpBqcZ4RYDdiYPURdiDhz3zV24RXSJMPNpfqt";

    private static final String LOGIN = "pool:secret";
    private static final RpcLimits LIMITS = new RpcLimits(2_000, 120_000, 1, 1 << 24);

    private final List<TestProgram> programs = new ArrayList<>();
    private final int nodePort = TestProgram.freePort();
    private final int walletPort = TestProgram.freePort();
    private final int zmqPort = TestProgram.freePort();
    private final JsonRpc node;
    private final JsonRpc wallet;

    private Regtest() throws IOException, SettingException {
        node = rpc("monerod", nodePort);
        wallet = rpc("monero-wallet-rpc", walletPort);
    }

    static Regtest start(Path folder) throws IOException, InterruptedException, SettingException {
        Regtest regtest = new Regtest();
        regtest.programs.add(new TestProgram(folder.resolve("node"), regtest.nodeCommand(folder))
                .awaitReady(() -> answers(regtest.node, "get_info")));
        return regtest;
    }

    Regtest withWallet(Path folder) throws IOException, InterruptedException {
        programs.add(
                0,
                new TestProgram(folder.resolve("wallet"), walletCommand(folder))
                        .awaitReady(() -> answers(wallet, "get_version")));
        return this;
    }

    private List<String> nodeCommand(Path folder) throws IOException {
        return List.of(
                Programs.monerod(),
                "--regtest",
                "--offline",
                "--fixed-difficulty=1",
                "--non-interactive",
                "--no-igd",
                "--disable-rpc-ban",
                "--disable-dns-checkpoints",
                "--check-updates=disabled",
                "--rpc-login=" + LOGIN,
                "--data-dir=" + folder.resolve("chain"),
                "--log-file=" + folder.resolve("monerod.log"),
                "--rpc-bind-ip=127.0.0.1",
                "--rpc-bind-port=" + nodePort,
                "--p2p-bind-ip=127.0.0.1",
                "--p2p-bind-port=" + TestProgram.freePort(),
                "--zmq-rpc-bind-ip=127.0.0.1",
                "--zmq-rpc-bind-port=" + TestProgram.freePort(),
                "--zmq-pub=tcp://127.0.0.1:" + zmqPort);
    }

    private List<String> walletCommand(Path folder) {
        return List.of(
                Programs.walletRpc(),
                "--daemon-address=127.0.0.1:" + nodePort,
                "--daemon-login=" + LOGIN,
                "--trusted-daemon",
                "--rpc-bind-ip=127.0.0.1",
                "--rpc-bind-port=" + walletPort,
                "--rpc-login=" + LOGIN,
                "--wallet-dir=" + folder.resolve("wallet"),
                "--shared-ringdb-dir=" + folder.resolve("ringdb"),
                "--log-file=" + folder.resolve("wallet.log"));
    }

    /** What the node's own {@code get_block_template} answers to a miner that asks with an extra nonce. */
    JsonFields minersTemplate(String payTo, String extraNonce) throws NodeUnavailableException {
        JsonObject params = Json.createObjectBuilder()
                .add("wallet_address", payTo)
                .add("extra_nonce", extraNonce)
                .build();
        return node.call("get_block_template", params).orUnavailable();
    }

    /** A pool whose wallet program is not there. */
    Chain poolWithoutWallet(String address) throws SettingException, IOException {
        return pool(address, Map.of(), TestProgram.freePort());
    }

    /** A pool on this chain; settings beside address and logins are the caller's. */
    Chain pool(String address, Map<String, String> more) throws SettingException {
        return pool(address, more, walletPort);
    }

    private Chain pool(String address, Map<String, String> more, int walletAt) throws SettingException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("monero.address", address);
        settings.put("monero.zmq", "tcp://127.0.0.1:" + zmqPort);
        settings.putIfAbsent("monero.node-login", LOGIN);
        settings.put("monero.wallet-login", LOGIN);
        return new MoneroChains()
                .open(new PoolDefinition(
                        new PoolName("test"),
                        new ChainId("monero"),
                        "127.0.0.1:" + nodePort,
                        "127.0.0.1:" + walletAt,
                        List.of(),
                        false,
                        new Settings(settings)));
    }

    /** Mines that many blocks that pay somebody. */
    void generate(int blocks, String payTo) throws NodeUnavailableException {
        node(
                "generateblocks",
                Json.createObjectBuilder().add("amount_of_blocks", blocks).add("wallet_address", payTo));
    }

    JsonFields node(String method, JsonObjectBuilder params) throws NodeUnavailableException {
        return node.call(method, params.build()).orUnavailable();
    }

    JsonFields wallet(String method, JsonObject params) throws NodeUnavailableException {
        return wallet.call(method, params).orUnavailable();
    }

    private static JsonRpc rpc(String name, int port) throws SettingException {
        RpcAddress.Login login = RpcAddress.Login.parse("login", LOGIN);
        return new JsonRpc(
                new HttpDoor(name, new RpcAddress(URI.create("http://127.0.0.1:" + port), Optional.of(login)), LIMITS));
    }

    private static boolean answers(JsonRpc rpc, String method) {
        try {
            return rpc.call(method) instanceof RpcReply.Result;
        } catch (NodeUnavailableException e) {
            return false;
        }
    }

    @Override
    public void close() {
        programs.forEach(TestProgram::close);
        wallet.close();
        node.close();
    }
}

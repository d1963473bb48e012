package org.motherlode.ctl.monero;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.motherlode.ctl.process.Child;
import org.motherlode.ctl.process.Waiting;

/** A monero-wallet-rpc over a folder of wallets, one of which is open at a time. */
public final class WalletServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration REFRESH = Duration.ofSeconds(60);

    private final Path wallets;
    private final int port;
    private final Child process;
    private final JsonRpc rpc;

    private WalletServer(Path wallets, int port, Child process) {
        this.wallets = wallets;
        this.port = port;
        this.process = process;
        this.rpc = new JsonRpc("monero-wallet-rpc", port);
    }

    /** Starts it against a node on this machine and waits until it answers. */
    public static WalletServer start(Path folder, int port, int nodePort) throws IOException, InterruptedException {
        Path wallets = Files.createDirectories(folder.resolve("wallets"));
        List<String> command = List.of(
                Programs.walletRpc(),
                "--daemon-address",
                "127.0.0.1:" + nodePort,
                "--trusted-daemon",
                "--rpc-bind-ip",
                "127.0.0.1",
                "--rpc-bind-port",
                Integer.toString(port),
                "--disable-rpc-login",
                "--wallet-dir",
                wallets.toString(),
                "--shared-ringdb-dir",
                folder.resolve("ringdb").toString(),
                "--log-file",
                folder.resolve("wallet-rpc.log").toString());
        Child process = Child.start("monero-wallet-rpc", new ProcessBuilder(command), folder.resolve("stdout.log"));
        WalletServer server = new WalletServer(wallets, port, process);
        try {
            process.awaitReady(START, () -> server.rpc.call("get_version").containsKey("version"));
        } catch (IOException | InterruptedException e) {
            process.close();
            throw e;
        }
        return server;
    }

    public int port() {
        return port;
    }

    /** Opens the wallet of this name, made first if it is new, and gives its primary address. */
    public String open(String name) throws IOException, InterruptedException {
        var file = Json.createObjectBuilder().add("filename", name).add("password", "");
        if (Files.exists(wallets.resolve(name + ".keys"))) {
            rpc.call("open_wallet", file);
        } else {
            rpc.call("create_wallet", file.add("language", "English"));
        }
        return rpc.call("get_address").getString("address");
    }

    /** Signs a text with the open wallet's spend key, as a miner does who changes his threshold. */
    public String sign(String text) throws IOException, InterruptedException {
        return rpc.call("sign", Json.createObjectBuilder().add("data", text)).getString("signature");
    }

    /** Refreshes the open wallet and gives what it holds, locked or not, in atoms. */
    public BigInteger balance() throws IOException, InterruptedException {
        refresh();
        JsonObject balance = rpc.call("get_balance", Json.createObjectBuilder().add("account_index", 0));
        return balance.getJsonNumber("balance").bigIntegerValueExact();
    }

    /** The wallet's first call after a restart of monerod fails on its dead connection; so it may be asked again. */
    private void refresh() throws IOException, InterruptedException {
        if (!Waiting.until(REFRESH, () -> !rpc.call("refresh").isEmpty())) {
            throw new IOException("the wallet could not refresh within " + REFRESH.toSeconds() + " s");
        }
    }

    /** Closes the open wallet, which is written to its file. */
    public void closeWallet() throws IOException, InterruptedException {
        rpc.call("close_wallet");
    }

    public Child process() {
        return process;
    }

    @Override
    public void close() {
        process.close();
    }
}

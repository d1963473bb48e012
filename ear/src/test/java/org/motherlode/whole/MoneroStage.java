package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motherlode.ctl.demo.DemoChain;
import org.motherlode.ctl.demo.DemoMiner;
import org.motherlode.ctl.demo.DemoPool;
import org.motherlode.ctl.demo.DemoPorts;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/** A private Monero chain with real wallets, PostgreSQL, a server with one pool on it, and two miners to come. */
final class MoneroStage implements AutoCloseable {
    /** Blocks until a reward can be paid out, and until a payment is confirmed. */
    static final int TO_MATURITY = 62;

    static final int TO_PAYMENT = 12;

    private static final long BLOCK_DIFFICULTY = 300;
    private static final long SHARE_DIFFICULTY = 10;
    static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern TOLD =
            Pattern.compile("\"event\":\"share-accepted\",\"text\":\"share ([0-9a-f]{64}) ");

    private final Path folder;
    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final DemoPool.Software software;
    private final DemoPorts ports;
    private final DemoChain chain;
    private final DemoPool pool;

    /** Starts it all; {@code environment} is added to the server's. Blocks cost something from now on. */
    MoneroStage(Path folder, Map<String, String> environment) throws IOException, InterruptedException {
        this(folder, software(environment, Map.of()));
    }

    /** The same with a server that an operator wants so. */
    MoneroStage(Path folder, DemoPool.Software software) throws IOException, InterruptedException {
        this.folder = folder;
        this.software = software;
        ports = DemoPorts.free();
        chain = DemoChain.start(folder.resolve("chain"), ports, BLOCK_DIFFICULTY);
        try {
            chain.mineInEarnest();
            DemoPool.Wiring wiring =
                    new DemoPool.Wiring(ports, chain.addresses().pool(), SHARE_DIFFICULTY);
            pool = DemoPool.start(EmbeddedPostgres.temporary(), folder, software, wiring);
        } catch (IOException | InterruptedException | RuntimeException e) {
            chain.close();
            throw e;
        }
    }

    DemoChain chain() {
        return chain;
    }

    DemoPool pool() {
        return pool;
    }

    Books books() {
        return new Books(pool.database());
    }

    DemoMiner amy() throws IOException {
        return miner(chain.addresses().amy(), "amy.log");
    }

    DemoMiner bob() throws IOException {
        return miner(chain.addresses().bob(), "bob.log");
    }

    private DemoMiner miner(String address, String log) throws IOException {
        Path jar = project.resolve("coopmine/target/coopmine.jar");
        return DemoMiner.start(jar, ports.stratum(), address, folder.resolve(log));
    }

    /** The hashes of all shares of which a miner was told that they are accepted. */
    List<String> told() throws IOException {
        return Stream.concat(told("amy.log"), told("bob.log")).toList();
    }

    private Stream<String> told(String log) throws IOException {
        return TOLD.matcher(Files.readString(folder.resolve(log))).results().map(found -> found.group(1));
    }

    /** While the server runs and miners mine. */
    void redeploy() throws IOException {
        pool.server().redeploy(software.ear());
    }

    static void await(String what, Waiting.Check check) throws InterruptedException {
        assertThat(Waiting.until(PATIENCE, check)).as(what).isTrue();
    }

    /** The application as it was built, on a server with this environment and these properties of the system. */
    static DemoPool.Software software(Map<String, String> environment, Map<String, String> properties)
            throws IOException {
        Path project = Path.of(System.getProperty("motherlode.project"));
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return new DemoPool.Software(image, Path.of(System.getProperty("motherlode.ear")), environment, properties);
    }

    @Override
    public void close() {
        pool.close();
        chain.close();
    }
}

package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/**
 * Ten thousand sockets that are opened and say nothing, or begin a TLS handshake and do not end it, at a port with the
 * bounds that it has by default: they hold every place of those that have yet to speak, and come again when they lose it.
 * Two hundred honest miners log in all the same.
 */
class HalfOpenCrowdTest {
    private static final int HONEST = 200;
    private static final int AT_ONCE = 8;
    private static final int PLACES = 8_192;

    /** Is some two hundred times what a login takes: a port that serves the crowd first, or one by one, is beyond it. */
    private static final long MOST_MILLIS = 1_000;

    /** A crowd that takes long to come shall not be gone before the last of it is there. */
    private static final String SETTINGS = "exempt-loopback = false; handshake-millis = 120000";

    @TempDir
    Path folder;

    private final List<RawSocket> honest = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    private RunningAdapter server;
    private Process crowd;

    @BeforeEach
    void start() throws Exception {
        HalfOpenCrowd.requireDescriptors();
        AdministeredPool pool = RunningAdapter.pool("toy", "127.0.0.1:0 plain 4 either");
        pool.setSettings(pool.getSettings() + "; " + PemIdentity.write(folder).settings());
        server = RunningAdapter.withPool(folder.resolve("data"), SETTINGS, pool);
        server.publish(PlainTemplate.at(10));
        crowd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HalfOpenCrowd.class.getName(),
                        Integer.toString(server.address().getPort()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("crowd.log").toFile())
                .start();
    }

    @AfterEach
    void end() throws Exception {
        threads.shutdownNow();
        crowd.destroyForcibly().waitFor();
        for (RawSocket socket : honest) {
            socket.close();
        }
        server.close();
    }

    @Test
    @Timeout(120)
    void honest_miners_log_in_within_a_second() throws Exception {
        awaitFullHouse();
        List<Future<Long>> logins = new ArrayList<>();
        for (int number = 0; number < HONEST; number++) {
            logins.add(threads.submit(login(number)));
        }
        List<Long> millis = new ArrayList<>();
        for (Future<Long> login : logins) {
            millis.add(login.get());
        }
        millis.sort(null);

        assertThat(millis.get(HONEST * 99 / 100 - 1)).as("of %s", millis).isLessThanOrEqualTo(MOST_MILLIS);
        assertThat(silent()).as("the crowd is still there").isGreaterThan(PLACES * 9 / 10);
        assertThat(server.total(Count.CONNECTIONS_DISPLACED)).isPositive();
        assertThat(server.adapter.gateway().miners(RunningAdapter.POOL)).hasSize(HONEST);
    }

    /** All places are taken, and some of the crowd have found none. */
    private void awaitFullHouse() throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (silent() < PLACES || server.total(Count.CONNECTIONS_REFUSED) == 0) {
            assertThat(crowd.isAlive())
                    .as(() -> read(folder.resolve("crowd.log")))
                    .isTrue();
            assertThat(System.nanoTime())
                    .as("the crowd never came: " + silent())
                    .isLessThan(deadline);
            assertThat(crowd.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** From before the connection to the answer to the login. */
    private Callable<Long> login(int number) {
        return () -> {
            long began = System.nanoTime();
            RawSocket miner = new RawSocket(
                    server.address(), InetAddress.getByName("127.2." + number % 50 + "." + (1 + number / 50)));
            synchronized (honest) {
                honest.add(miner);
            }
            miner.line("1 login miner" + number + " x");
            assertThat(miner.read()).startsWith("1 in ");
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        };
    }

    /** Connections that have said nothing yet. */
    private long silent() {
        return server.adapter.gateway().figures().values().getOrDefault("handshakes", 0L);
    }
}

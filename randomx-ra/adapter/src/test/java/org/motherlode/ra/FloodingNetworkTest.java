package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/**
 * Many connections of one network (/24) that log in and then send, as fast as they can and again when they are cut, what
 * costs them nothing: shares that say themselves that they are too easy, second logins. No ban comes to help. An honest miner of another network, and one
 * among them, are heard all the while.
 */
class FloodingNetworkTest {
    private static final int ADDRESSES = 4;
    private static final int EACH = 5;
    private static final int FREE = 20;
    private static final int PER_ADDRESS = 100;
    private static final int PER_ADDRESS_AND_SECOND = 20;
    private static final int NETWORK_TIMES = 2;
    private static final int MOST_SHARES = 20;

    private static final String SETTINGS =
            "exempt-loopback = false; ban-least-shares = 1000000; first-hashes-at-once = 1000;"
                    + " free-lines-at-once = " + FREE + "; free-lines-per-second = 1;"
                    + " address-lines-at-once = " + PER_ADDRESS + "; address-lines-per-second = "
                    + PER_ADDRESS_AND_SECOND + ";"
                    + " network-times = " + NETWORK_TIMES;

    @TempDir
    Path folder;

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final AtomicLong secondLogins = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private RunningAdapter server;

    @BeforeEach
    void start() throws Exception {
        server = new RunningAdapter(folder, SETTINGS);
        server.publish(PlainTemplate.at(9));
        RunningAdapter.until(() -> server.total(Count.TEMPLATES_PUBLISHED) == 1);
    }

    @AfterEach
    void stop() throws Exception {
        goesOn.set(false);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        server.close();
    }

    @Test
    @Timeout(120)
    void a_network_that_floods_is_bounded_and_cut_and_costs_others_nothing() throws Exception {
        long began = System.nanoTime();
        try (Honest elsewhere = new Honest("127.6.0.1", "miner1");
                Honest among = new Honest("127.5.0.1", "miner2")) {
            for (int i = 0; i < ADDRESSES * EACH; i++) {
                InetAddress from = InetAddress.getByName("127.5.0." + (1 + i % ADDRESSES));
                boolean logsIn = i % 2 == 0;
                threads.execute(() -> flood(from, logsIn));
            }
            RunningAdapter.until(() -> server.total(Count.CONNECTIONS_FLOODING) >= ADDRESSES * EACH);
            for (int i = 0; i < MOST_SHARES; i++) {
                elsewhere.mine();
                // One line for itself, one that its good share has earned.
                among.mine();
            }
            RunningAdapter.until(() -> server.total(Count.CONNECTIONS_FLOODING) >= 2 * ADDRESSES * EACH);
        }
        goesOn.set(false);

        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
        long free = (FREE + seconds) * server.total(Count.CONNECTIONS_ACCEPTED);
        long shared = NETWORK_TIMES * (PER_ADDRESS + PER_ADDRESS_AND_SECOND * seconds);
        long looked = server.total(Count.SHARES_LOW_DIFFICULTY) + secondLogins.get();
        assertThat(looked).isPositive().isLessThanOrEqualTo(free + shared);
        assertThat(server.total(Count.BANS_MADE)).isZero();
    }

    /** One whose shares must be taken, each of them. */
    private final class Honest implements AutoCloseable {
        private final RawSocket socket;
        private final Job job;
        private int nonce;

        Honest(String from, String name) throws IOException {
            socket = new RawSocket(server.address(), InetAddress.getByName(from));
            socket.line("1 login " + name + " x");
            job = Job.in(socket.read());
        }

        void mine() throws IOException {
            Share share = PlainMiner.find(job.work(), nonce, true);
            nonce = Integer.parseInt(share.nonce(), 16) + 1;
            socket.line("7 submit " + job.session() + " " + share.job() + " " + share.nonce() + " " + share.hash());
            assertThat(socket.read()).isEqualTo("7 ok");
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private record Job(String session, Work work) {
        static Job in(String line) throws IOException {
            String[] words = line.split(" ", -1);
            if (words.length != 7) {
                throw new IOException("no job: " + line);
            }
            return new Job(
                    words[2],
                    new Work(words[3], Octets.ofHex(words[4]), new Difficulty(new BigInteger(words[5])), true));
        }
    }

    private void flood(InetAddress from, boolean logsIn) {
        while (goesOn.get()) {
            try (RawSocket socket = new RawSocket(server.address(), from)) {
                socket.line("1 login miner9 x");
                Job job = Job.in(socket.read());
                Share weak = PlainMiner.find(job.work(), 0, false);
                String line = logsIn
                        ? "2 login miner9 x"
                        : "2 submit " + job.session() + " " + weak.job() + " " + weak.nonce() + " " + weak.hash();
                String many =
                        String.join("\n", Stream.generate(() -> line).limit(50).toList());
                String heard = "";
                while (goesOn.get() && !heard.equals(RawSocket.CLOSED) && !heard.startsWith("reset")) {
                    socket.line(many);
                    heard = readMost(socket);
                }
            } catch (IOException cut) {
                // It comes again.
                assertThat(cut).isNotNull();
            }
        }
    }

    /** The answers to fifty lines, or the end. */
    private String readMost(RawSocket socket) throws IOException {
        List<String> heard = new ArrayList<>();
        while (heard.size() < 50 && !heard.contains(RawSocket.CLOSED)) {
            heard.add(socket.read());
        }
        secondLogins.addAndGet(
                heard.stream().filter("2 problem LOGGED_IN_ALREADY"::equals).count());
        return heard.get(heard.size() - 1);
    }
}

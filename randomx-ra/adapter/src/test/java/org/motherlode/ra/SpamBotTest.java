package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.RawSocket;
import org.motherlode.ra.statistics.Count;

/**
 * A bot on real sockets that wants difficulty 1 and sends as fast as it can, whatever it sends: it gets the port's least
 * difficulty, and the pool hashes no more for it than the budgets say. No ban comes to help, and it comes again when it is cut.
 */
class SpamBotTest {
    private static final long FLOOD_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int LOGINS = 4;
    private static final int BAD_HASHES = 5;
    private static final int FALSE_BLOCKS = 500;
    private static final int FIRST = 8;
    private static final int FIRST_PER_SECOND = 4;
    private static final int SUBMITS = 40;
    private static final int SUBMITS_PER_SECOND = 20;
    /** A hash that seems false is computed a second time. */
    private static final int LOOKS = 2;

    private static final String SETTINGS =
            "exempt-loopback = false; ban-least-shares = 1000000; ban-wrong-only = 1000000;"
                    + " bad-hashes = " + BAD_HASHES
                    + "; unknown-jobs = 1000000; unusable-lines = 1000; lines-per-second = 1000000;"
                    + " logins-per-second = 1; logins-at-once = " + LOGINS + ";"
                    + " first-hashes-per-second = " + FIRST_PER_SECOND + "; first-hashes-at-once = " + FIRST + ";"
                    + " submits-per-second = " + SUBMITS_PER_SECOND + "; submits-at-once = " + SUBMITS;

    @TempDir
    Path folder;

    private RunningAdapter server;
    private long began;
    private int sent;
    private int searched;

    @BeforeEach
    void start() throws Exception {
        server = new RunningAdapter(folder, SETTINGS);
        server.publish(PlainTemplate.at(10));
        began = System.nanoTime();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Timeout(120)
    void shares_that_claim_no_hash_cost_what_an_address_may_send() {
        flood((miner, work) -> new Share(work.id(), nonce(), ""), this::ofAnAddress);
    }

    @Test
    @Timeout(120)
    void false_hashes_that_meet_the_difficulty_cost_what_strangers_may_cost() {
        flood((miner, work) -> PlainMiner.lie(work, sent), this::ofStrangers);
    }

    /**
     * No budget of hashes refuses a claimed block, one at a time; what ends this is that each connection is cut and logins
     * have an end. It waits for each answer, so that each claim is one that goes the whole way.
     */
    @Test
    @Timeout(120)
    void false_blocks_cost_what_the_logins_of_an_address_can_claim() throws Exception {
        boolean letIn = true;
        while (letIn && sent < FALSE_BLOCKS) {
            try (PlainMiner miner = server.miner()) {
                miner.send("1 login miner1+1 d=1");
                String answer = miner.read();
                letIn = answer.startsWith("1 in ");
                if (letIn) {
                    claimBlocks(miner, miner.jobIn(answer));
                }
            }
        }

        assertThat(server.total(Count.HASHES))
                .isPositive()
                .isLessThanOrEqualTo(LOOKS * BAD_HASHES * (LOGINS + seconds()));
    }

    private void claimBlocks(PlainMiner miner, Work work) throws IOException {
        String answer = "2 no BAD_HASH";
        while (answer.equals("2 no BAD_HASH") && sent < FALSE_BLOCKS) {
            submit(miner, new Share(work.id(), nonce(), "00".repeat(32)));
            answer = miner.read();
        }
    }

    @Test
    @Timeout(120)
    void true_shares_of_the_least_difficulty_cost_what_an_address_may_send() {
        flood((miner, work) -> next(work), this::ofAnAddress);

        RunningAdapter.until(() -> server.total(Count.SHARES_ACCEPTED) > 0);
    }

    private String nonce() {
        return "%08x".formatted(sent);
    }

    private Share next(Work work) {
        Share share = PlainMiner.find(work, searched, true);
        searched = Integer.parseInt(share.nonce(), 16) + 1;
        return share;
    }

    /** Also of one that has had a good share, by luck if not by work. */
    private long ofAnAddress() {
        return SUBMITS + SUBMITS_PER_SECOND * seconds();
    }

    private long ofStrangers() {
        return LOOKS * (FIRST + FIRST_PER_SECOND * seconds());
    }

    /** Begun ones, since the server began. */
    private long seconds() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + 1;
    }

    /** One connection after the other, for some time, and until more was sent than may be hashed. */
    private void flood(BiFunction<PlainMiner, Work, Share> next, LongSupplier bound) {
        BooleanSupplier goesOn = () -> System.nanoTime() - began < FLOOD_NANOS || sent <= bound.getAsLong();
        while (goesOn.getAsBoolean()) {
            try (PlainMiner miner = server.miner()) {
                miner.send("1 login miner1+1 d=1");
                String answer = miner.read();
                if (answer.startsWith("1 in ")) {
                    Work work = miner.jobIn(answer);
                    assertThat(work.difficulty()).as("of the port").isEqualTo(Difficulty.of(4));
                    AtomicBoolean open = heard(miner);
                    while (open.get() && goesOn.getAsBoolean()) {
                        submit(miner, next.apply(miner, work));
                    }
                }
            } catch (IOException cut) {
                // It comes again.
                assertThat(cut).isNotNull();
            }
        }
        RunningAdapter.until(() -> server.total(Count.HASHES) > 0);
        assertThat(server.total(Count.HASHES)).isLessThanOrEqualTo(bound.getAsLong());
    }

    private void submit(PlainMiner miner, Share share) throws IOException {
        sent++;
        miner.send(
                ("2 submit " + miner.session() + " " + share.job() + " " + share.nonce() + " " + share.hash()).strip());
    }

    /** Whether it is still connected; what it hears is read and thrown away. */
    private static AtomicBoolean heard(PlainMiner miner) {
        AtomicBoolean open = new AtomicBoolean(true);
        Thread reader = new Thread(() -> readAll(miner, open));
        reader.setDaemon(true);
        reader.start();
        return open;
    }

    /** Answers that nobody takes would keep the server from reading on. */
    private static void readAll(PlainMiner miner, AtomicBoolean open) {
        try {
            String line = miner.read();
            while (!line.equals(RawSocket.CLOSED)) {
                line = miner.read();
            }
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
        open.set(false);
    }
}

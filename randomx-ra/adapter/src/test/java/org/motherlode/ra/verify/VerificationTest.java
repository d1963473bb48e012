package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

/** One verifier at a hash that ends when the test says so, and claims behind it. */
class VerificationTest {
    private static final int BLOCK_LINE = 3;

    private final Figures figures = new Figures();
    private final Queue<String> judged = new ConcurrentLinkedQueue<>();
    private final Sender miner = Senders.at(1);
    private Verification verification;
    private MinerJob job;

    @BeforeEach
    void the_verifier_is_busy() throws Exception {
        VerifySettings settings = VerifySettings.of(1, "", Settings.parse("block-line = " + BLOCK_LINE));
        Hashers hashers = new Hashers(settings, VerificationTest.class.getClassLoader());
        hashers.open(Sha256Hasher.ID, false);
        JobBoard board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), 10);
        board.publish(new PlainTemplate(5, "parent-4", Difficulty.of(4)));
        job = board.newJob("job", board.current().orElseThrow(), Difficulty.of(1));
        new Seeds(hashers, Runnable::run)
                .need(new PoolName("toy"), job.template().block(), 2);
        verification = new Verification(settings, hashers, figures, new Troubles(figures, System::nanoTime));
        verification.start();
        Sha256Hasher.hold();
        offer(Lane.UNPROVEN, "first");
        Until.until(() -> Sha256Hasher.held() == 1);
    }

    @AfterEach
    void end() {
        Sha256Hasher.letPass();
        verification.close();
    }

    @Test
    void a_stop_looks_at_claimed_blocks_first_and_drops_the_rest() throws Exception {
        offer(Lane.UNPROVEN, "share");
        offer(Lane.PROVEN, "proven share");
        offer(Lane.UNPROVEN_BLOCK, "claim");
        offer(Lane.PROVEN_BLOCK, "block");
        stop();

        assertThat(judged).containsExactly("first: good", "block: good", "claim: good");
        assertThat(figures.total(Count.HASHES)).isEqualTo(3);
    }

    @Test
    void what_waits_of_a_connection_that_was_sent_away_is_not_hashed_but_for_a_proven_miners_block() {
        offer(Lane.UNPROVEN, "share");
        offer(Lane.PROVEN, "proven share");
        offer(Lane.UNPROVEN_BLOCK, "claim");
        offer(Lane.PROVEN_BLOCK, "block");
        verification.offer(Lane.UNPROVEN, Senders.at(2), claim(), verdict -> note("other", verdict));
        assertThat(miner.sendAway()).isTrue();
        Sha256Hasher.letPass();
        Until.until(() -> judged.size() == 6);

        assertThat(judged)
                .containsExactlyInAnyOrder(
                        "first: good",
                        "block: good",
                        "other: good",
                        "share: NOT_READY",
                        "proven share: NOT_READY",
                        "claim: NOT_READY");
        assertThat(figures.total(Count.HASHES)).isEqualTo(3);
        assertThat(figures.total(Count.SHARES_UNHASHED)).isEqualTo(3);
    }

    /** One whose connection has another claimed block on its way, or found the lane of blocks full. */
    @Test
    void a_proven_miners_block_among_ordinary_shares_is_hashed_though_its_connection_is_sent_away() {
        offer(Lane.PROVEN, "proven share");
        verification.offer(Lane.PROVEN, miner, block(), verdict -> note("block", verdict));
        assertThat(miner.sendAway()).isTrue();
        Sha256Hasher.letPass();
        Until.until(() -> judged.size() == 3);

        assertThat(judged).containsExactlyInAnyOrder("first: good", "proven share: NOT_READY", "block: good");
    }

    @Test
    void a_stop_looks_at_claimed_blocks_among_ordinary_shares_too() throws Exception {
        offer(Lane.PROVEN, "proven share");
        verification.offer(Lane.PROVEN, miner, block(), verdict -> note("block", verdict));
        verification.offer(Lane.UNPROVEN, Senders.at(2), block(), verdict -> note("claim", verdict));
        stop();

        assertThat(judged).containsExactly("first: good", "block: good", "claim: good");
    }

    /** The lane of blocks is full of them, and somebody of another network claims one too. */
    @Test
    void a_claimed_block_that_must_leave_its_lane_is_looked_at_among_its_miners_shares() {
        for (int i = 0; i < BLOCK_LINE; i++) {
            verification.offer(Lane.PROVEN_BLOCK, miner, block(), verdict -> note("block", verdict));
        }
        verification.offer(Lane.PROVEN_BLOCK, Senders.at("10.9.9.9"), block(), verdict -> note("other", verdict));
        assertThat(figures.total(Count.SHARES_DISPLACED)).isZero();
        Sha256Hasher.letPass();
        Until.until(() -> judged.size() == BLOCK_LINE + 2);

        assertThat(judged).allMatch(verdict -> verdict.endsWith("good"));
    }

    private void stop() throws InterruptedException {
        Thread stop = new Thread(verification::close);
        stop.start();
        Until.until(() -> stop.getState() == Thread.State.TIMED_WAITING);
        Sha256Hasher.letPass();
        stop.join();
    }

    private Claim block() {
        return IntStream.range(0, 1 << 20)
                .mapToObj(nonce -> claimed(Octets.ofHex("%08x".formatted(nonce))))
                .filter(Claim::isBlock)
                .findFirst()
                .orElseThrow();
    }

    private Claim claimed(Octets nonce) {
        Claim claim = new Claim(job, nonce, Optional.empty(), List.of());
        return new Claim(job, nonce, Optional.of(Sha256Hasher.hash(PlainTemplate.SEED, claim.input())), List.of());
    }

    private void offer(Lane lane, String name) {
        assertThat(verification.offer(lane, miner, claim(), verdict -> note(name, verdict)))
                .isTrue();
    }

    private Claim claim() {
        return new Claim(job, Octets.ofHex("00000001"), Optional.empty(), List.of());
    }

    private void note(String name, Verdict verdict) {
        judged.add(name + ": " + verdict.fold(good -> "good", bad -> bad.why().name()));
    }
}

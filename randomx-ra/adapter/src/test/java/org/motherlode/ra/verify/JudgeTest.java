package org.motherlode.ra.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.LogEar;
import org.motherlode.ra.fixture.OffCentreTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

class JudgeTest {
    private static final Octets NONCE = Octets.ofHex("00000001");

    private final Figures figures = new Figures();
    private Troubles troubles;
    private Hashers hashers;
    private Judge judge;
    private JobBoard board;
    private MinerJob job;

    @BeforeEach
    void a_job_of_difficulty_one() throws Exception {
        hashers = new Hashers(VerifySettings.of(1, "", Settings.parse("")), JudgeTest.class.getClassLoader());
        hashers.open(Sha256Hasher.ID, false);
        troubles = new Troubles(figures, System::nanoTime);
        judge = new Judge(new Machines(hashers), figures, troubles.of(Fault.HARDWARE));
        board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), 10);
        board.publish(PlainTemplate.at(5));
        job = board.newJob("job", board.current().orElseThrow(), Difficulty.of(1));
    }

    @AfterEach
    void mend() {
        Sha256Hasher.ERRS.set(false);
        Sha256Hasher.LIGHT.set(false);
    }

    @Test
    void a_true_claim_costs_one_hash() {
        seedReady();
        Hash hash = trueHash();

        assertThat(verdict(Optional.of(hash))).isEqualTo(new Verdict.Good(hash, false));
        assertThat(figures.total(Count.HASHES)).isEqualTo(1);
    }

    @Test
    void who_hashed_with_the_nonce_at_another_place_is_known_by_it_and_told_to_the_operator_once() {
        seedReady();
        board.publish(new OffCentreTemplate(PlainTemplate.at(6)));
        job = board.newJob("job", board.current().orElseThrow(), Difficulty.of(1));
        Octets misplaced = job.work().hashingBytes().with(OffCentreTemplate.MISPLACED, NONCE);
        Hash theirs = Sha256Hasher.hash(PlainTemplate.SEED, misplaced.toBytes());

        try (LogEar log = new LogEar(Level.INFO)) {
            for (int i = 0; i < 5; i++) {
                assertThat(verdict(Optional.of(theirs))).isEqualTo(new Verdict.Bad(ShareRefusal.MISPLACED_NONCE));
            }

            assertThat(log.atLeast(Level.INFO)).singleElement().satisfies(record -> assertThat(record.getMessage())
                    .contains(OffCentreTemplate.SENTENCE));
        }
        assertThat(verdict(Optional.of(trueHash()))).isInstanceOf(Verdict.Good.class);
        assertThat(verdict(Optional.of(Hash.of(new byte[Hash.BYTES]))))
                .isEqualTo(new Verdict.Bad(ShareRefusal.BAD_HASH));
    }

    @Test
    void hashes_in_light_mode_are_counted_apart() {
        seedReady();
        verdict(Optional.of(trueHash()));
        assertThat(figures.total(Count.HASHES_LIGHT)).isZero();

        Sha256Hasher.LIGHT.set(true);
        verdict(Optional.of(trueHash()));
        assertThat(figures.total(Count.HASHES_LIGHT)).isEqualTo(1);
        assertThat(figures.total(Count.HASHES)).isEqualTo(2);
    }

    @Test
    void a_false_claim_is_hashed_twice_before_it_is_called_false() {
        seedReady();
        Hash zeros = Hash.of(new byte[Hash.BYTES]);

        assertThat(verdict(Optional.of(zeros))).isEqualTo(new Verdict.Bad(ShareRefusal.BAD_HASH));
        assertThat(figures.total(Count.HASHES)).isEqualTo(2);
        assertThat(figures.total(Count.HASHES_REPEATED)).isEqualTo(1);
        assertThat(figures.total(Count.HASHES_DIFFERED)).isZero();
        assertThat(troubles.conditions()).isEmpty();
    }

    @Test
    void a_true_claim_that_the_first_machine_denies_is_good() {
        seedReady();
        Sha256Hasher.ERRS.set(true);
        Hash hash = trueHash();

        assertThat(verdict(Optional.of(hash))).isEqualTo(new Verdict.Good(hash, false));
        assertThat(figures.total(Count.HASHES_DIFFERED)).isEqualTo(1);
    }

    @Test
    void where_our_machines_differ_and_neither_says_what_the_miner_says_nobody_is_blamed() {
        seedReady();
        Sha256Hasher.ERRS.set(true);
        Hash third = Hash.ofHex("11".repeat(Hash.BYTES));

        assertThat(verdict(Optional.of(third))).isEqualTo(new Verdict.Bad(ShareRefusal.NOT_READY));
        assertThat(troubles.conditions())
                .extracting(Condition::name, Condition::needed)
                .containsExactly(tuple("adapter.hardware", false));
    }

    @Test
    void machines_that_differ_fill_no_log() {
        seedReady();
        Sha256Hasher.ERRS.set(true);
        try (LogEar log = new LogEar(Level.INFO)) {
            for (int i = 0; i < 50; i++) {
                verdict(Optional.of(trueHash()));
            }

            assertThat(figures.total(Count.HASHES_DIFFERED)).isEqualTo(50);
            assertThat(log.atLeast(Level.WARNING)).hasSize(1);
            assertThat(log.atLeast(Level.WARNING).get(0).getMessage()).contains("for one input: check the hardware");
        }
    }

    @Test
    void without_a_seed_nobody_is_blamed() {
        assertThat(verdict(Optional.empty())).isEqualTo(new Verdict.Bad(ShareRefusal.NOT_READY));
    }

    @Test
    void a_function_that_was_released_blames_nobody_and_opened_anew_hashes_on_other_machines() {
        seedReady();
        assertThat(verdict(Optional.of(trueHash()))).isInstanceOf(Verdict.Good.class);
        hashers.release(Sha256Hasher.ID);
        hashers.closeReleased();

        assertThat(verdict(Optional.of(trueHash()))).isEqualTo(new Verdict.Bad(ShareRefusal.NOT_READY));
        assertThat(hashers.allow(new Claim(job, NONCE, Optional.of(trueHash()), List.of(Sha256Hasher.FORGED))))
                .isTrue();
        assertThat(troubles.conditions()).isEmpty();

        hashers.open(Sha256Hasher.ID, false);
        seedReady();

        assertThat(verdict(Optional.of(trueHash()))).isInstanceOf(Verdict.Good.class);
    }

    private Hash trueHash() {
        return Sha256Hasher.hash(PlainTemplate.SEED, job.work().withNonce(NONCE).toBytes());
    }

    @Test
    void a_claim_that_does_not_hold_what_came_with_it_is_told_without_hashing() {
        Optional<Hash> zeros = Optional.of(Hash.of(new byte[Hash.BYTES]));

        assertThat(hashers.allow(new Claim(job, NONCE, zeros, List.of()))).isTrue();
        assertThat(hashers.allow(new Claim(job, NONCE, zeros, List.of(Sha256Hasher.FORGED))))
                .isFalse();
    }

    private Verdict verdict(Optional<Hash> claimed) {
        return judge.verdict(new Claim(job, NONCE, claimed, List.of()));
    }

    private void seedReady() {
        new Seeds(hashers, Runnable::run)
                .need(new PoolName("toy"), job.template().block(), 2);
    }
}

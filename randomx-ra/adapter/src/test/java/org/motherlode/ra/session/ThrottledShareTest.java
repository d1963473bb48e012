package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Verdict;

/** Who is refused a share for too many gets harder work if they were its own, and keeps its work if they were others'. */
class ThrottledShareTest {
    @TempDir
    Path folder;

    private SessionStage stage;

    @BeforeEach
    void logIn() throws Exception {
        stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        stage.say("1 login miner1 x");
        stage.wire.takeLines();
    }

    @Test
    void shares_over_the_bound_of_its_own_connection_make_its_work_harder() {
        stage.visitor.forbidden.add(Ask.OWN_SUBMIT);
        share(0);

        assertHarder();
        assertThrottledBy(Count.SHARES_THROTTLED_OWN, 1);
    }

    @Test
    void more_on_their_way_than_may_be_make_its_work_harder() {
        for (int nonce = 0; nonce < 8; nonce++) {
            share(nonce);
        }
        assertThat(stage.wire.takeLines()).isEmpty();
        share(8);

        assertHarder();
        assertThrottledBy(Count.SHARES_THROTTLED_IN_FLIGHT, 1);
    }

    @Test
    void what_its_neighbours_have_used_up_leaves_its_work_as_it_is() {
        stage.visitor.forbidden.add(Ask.SUBMIT);
        share(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no THROTTLED");
        assertThrottledBy(Count.SHARES_THROTTLED_ADDRESS, 1);
    }

    @Test
    void what_others_of_its_wallet_have_used_up_takes_nothing_from_its_neighbours() {
        stage.visitor.forbidden.add(Ask.WALLET_SUBMIT);
        share(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no THROTTLED");
        assertThat(stage.visitor.givenBack).containsExactly(Ask.SUBMIT, Ask.FIRST_HASH);
        assertThrottledBy(Count.SHARES_THROTTLED_WALLET, 1);
    }

    @Test
    void what_strangers_of_its_address_or_wallet_have_used_up_leaves_its_work_as_it_is() {
        stage.visitor.forbidden.add(Ask.FIRST_HASH);
        for (int nonce = 0; nonce < 100; nonce++) {
            share(nonce);
        }

        assertThat(stage.wire.takeLines()).hasSize(100).containsOnly("7 no THROTTLED");
        assertThrottledBy(Count.SHARES_THROTTLED_FIRST, 100);
    }

    @Test
    void a_template_that_remembers_no_more_shares_leaves_its_work_as_it_is() {
        MinerJob others = stage.board.newJob("x", stage.board.current().orElseThrow(), Difficulty.of(1));
        for (int nonce = 0; nonce < SessionStage.DUPLICATES; nonce++) {
            assertThat(others.noteSent(Octets.ofHex("%08x".formatted(nonce)), false))
                    .isEmpty();
        }
        share(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no THROTTLED");
        assertThrottledBy(Count.SHARES_THROTTLED_TEMPLATE, 1);
    }

    @Test
    void a_claimed_block_is_looked_at_whatever_its_connection_or_others_have_used_up() throws Exception {
        easyBlocks();
        stage.visitor.forbidden.addAll(List.of(Ask.OWN_SUBMIT, Ask.SUBMIT, Ask.FIRST_HASH));
        claimBlock(0);

        assertThat(stage.claims).hasSize(1);
        assertThat(stage.wire.takeLines()).isEmpty();
        claimBlock(1);
        assertThat(stage.claims).hasSize(1);
        assertThat(stage.wire.takeLines()).startsWith("7 no THROTTLED");
    }

    @Test
    void a_claimed_block_is_looked_at_however_many_shares_are_on_their_way_or_remembered() throws Exception {
        easyBlocks();
        MinerJob others = stage.board.newJob("x", stage.board.current().orElseThrow(), Difficulty.of(1));
        for (int nonce = 0; nonce < SessionStage.DUPLICATES - 8; nonce++) {
            assertThat(others.noteSent(Octets.ofHex("%08x".formatted(nonce)), false))
                    .isEmpty();
        }
        for (int nonce = 0; nonce < 8; nonce++) {
            share(nonce);
        }
        claimBlock(8);

        assertThat(stage.claims).hasSize(9);
        assertThat(stage.wire.takeLines()).isEmpty();
    }

    @Test
    void what_finds_no_room_at_the_verifiers_uses_up_nothing_that_is_shared() {
        stage.verifier.full.add(Lane.UNPROVEN);
        share(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no NOT_READY");
        assertThat(stage.visitor.givenBack).containsExactly(Ask.SUBMIT, Ask.WALLET_SUBMIT, Ask.FIRST_HASH);
    }

    @Test
    void a_claimed_block_that_finds_no_room_anywhere_uses_up_none_either() throws Exception {
        easyBlocks();
        stage.verifier.full.addAll(List.of(Lane.UNPROVEN_BLOCK, Lane.UNPROVEN));
        claimBlock(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no NOT_READY");
        assertThat(stage.visitor.givenBack).containsExactly(Ask.FIRST_HASH);
    }

    @Test
    void what_had_to_leave_the_line_before_its_turn_gives_its_first_hash_back_and_what_was_false_does_not() {
        share(0);
        stage.verifier.judge(new Verdict.Bad(ShareRefusal.BAD_HASH));
        assertThat(stage.visitor.givenBack).isEmpty();
        share(1);
        stage.verifier.judge(new Verdict.Bad(ShareRefusal.NOT_READY));

        assertThat(stage.wire.takeLines()).containsExactly("7 no BAD_HASH", "7 no NOT_READY");
        assertThat(stage.visitor.givenBack).containsExactly(Ask.SUBMIT, Ask.WALLET_SUBMIT, Ask.FIRST_HASH);
    }

    @Test
    void what_is_refused_without_a_hash_asks_for_none_and_hears_its_own_reason_when_none_are_left() {
        share(0);
        stage.visitor.forbidden.add(Ask.SUBMIT);
        share(0);
        stage.say("7 submit 5e55 nojob 00000000");
        stage.say("7 submit 5e55 5e551 00");

        assertThat(stage.wire.takeLines()).containsExactly("7 no DUPLICATE", "7 no UNKNOWN_JOB", "7 no MALFORMED");
    }

    @Test
    void a_share_that_its_neighbours_leave_no_hash_for_uses_up_no_first_one_and_may_come_again() {
        stage.visitor.forbidden.add(Ask.SUBMIT);
        share(0);
        assertThat(stage.visitor.givenBack).containsExactly(Ask.FIRST_HASH);
        stage.visitor.forbidden.clear();
        share(0);

        assertThat(stage.wire.takeLines()).containsExactly("7 no THROTTLED");
        assertThat(stage.claims).hasSize(1);
    }

    /** From now on each hash is a block's. */
    private void easyBlocks() throws Exception {
        stage = new SessionStage(
                folder, new PlainDialect(), new PlainTemplate(10, "parent", Difficulty.of(1)), "vardiff.min = 1");
        stage.say("1 login miner1 x");
        stage.wire.takeLines();
    }

    private void claimBlock(int nonce) {
        stage.say("7 submit 5e55 5e551 " + "%08x".formatted(nonce) + " " + "0".repeat(64));
    }

    private void assertHarder() {
        assertThat(stage.wire.takeLines())
                .satisfiesExactly(
                        refusal -> assertThat(refusal).isEqualTo("7 no THROTTLED"),
                        job -> assertThat(job).startsWith("- job 5e55 5e552 ").endsWith(" 32768 same"));
    }

    /** And by no other bound. */
    private void assertThrottledBy(Count bound, long shares) {
        assertThat(stage.figures.total(Count.SHARES_THROTTLED)).isEqualTo(shares);
        assertThat(stage.figures.total(bound)).isEqualTo(shares);
    }

    private void share(int nonce) {
        stage.say("7 submit 5e55 5e551 " + "%08x".formatted(nonce));
    }
}

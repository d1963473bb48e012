package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.statistics.Count;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** A miner that makes its own blocks, in the lines of XMRig's self-select mode. */
class ChoosingMinerTest {
    private static final Pattern EXTRA_NONCE = Pattern.compile("\"extra_nonce\":\"([0-9a-f]{32})\"");
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"mode\":\"self-select\"}}";

    @TempDir
    Path folder;

    @Test
    void its_first_job_names_what_the_block_must_pay_and_carry_and_nothing_to_hash() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String answer = only(stage.wire.takeLines());

        assertThat(answer)
                .contains("\"pool_wallet\":\"the pool\"", "\"seed_hash\":\"\",\"next_seed_hash\":\"\"")
                .containsPattern(EXTRA_NONCE)
                .doesNotContain("\"blob\"");
        stage.publish(new ChoiceTemplate(PlainTemplate.at(11)));
        assertThat(extraNonce(only(stage.wire.takeLines()))).isNotEqualTo(extraNonce(answer));
    }

    @Test
    void a_share_counts_only_after_its_block_was_taken_and_is_a_share_of_that_block() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));
        stage.say(share("5e551"));
        assertThat(only(stage.wire.takeLines())).contains("Block expired");
        assertThat(stage.claims).isEmpty();
        stage.say(proposal("5e551", extraNonce, 10));
        assertThat(only(stage.wire.takeLines())).endsWith("\"error\":null,\"result\":{\"status\":\"OK\"}}");
        stage.say(share("5e551"));

        assertThat(stage.claims).singleElement().satisfies(claim -> {
            assertThat(claim.job().template().block()).isInstanceOf(PlainTemplate.class);
            assertThat(claim.job().extraNonce().octets().hex()).isEqualTo(extraNonce);
            assertThat(claim.job().difficulty()).isEqualTo(Difficulty.of(4_096));
        });
    }

    @Test
    void each_wrong_proposal_is_told_what_is_wrong_and_takes_no_share() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));

        stage.say(proposal("5e559", extraNonce, 10));
        assertThat(only(stage.wire.takeLines())).contains("cannot find job with job_id");
        stage.say(proposal("5e551", "0000000000000000", 10));
        assertThat(only(stage.wire.takeLines())).contains("another extra nonce");
        stage.say(proposal("5e551", extraNonce, 10).replace("5e55\"", "other\""));
        assertThat(only(stage.wire.takeLines())).contains("Unauthenticated");
        stage.say(share("5e551"));
        assertThat(stage.claims).isEmpty();
        stage.say(proposal("5e551", extraNonce, 10));
        stage.say(proposal("5e551", extraNonce, 10));

        assertThat(stage.wire.takeLines()).last().asString().contains("job already has block template");
        assertThat(stage.figures.total(Count.PROPOSALS_REFUSED)).isEqualTo(3);
    }

    @Test
    void a_proposal_for_a_block_that_was_found_meanwhile_comes_too_late() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));
        stage.publish(new ChoiceTemplate(PlainTemplate.at(11)));
        stage.wire.takeLines();
        stage.say(proposal("5e551", extraNonce, 10));

        assertThat(only(stage.wire.takeLines())).contains("Block expired");
    }

    @Test
    void who_is_wrong_all_the_time_has_to_come_again() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        stage.wire.takeLines();
        for (int i = 0; i < 10; i++) {
            stage.say(proposal("5e551", "0000000000000000", 10));
        }

        assertThat(stage.wire.ended).isTrue();
    }

    @Test
    void one_block_is_looked_at_at_a_time_and_away_from_the_connections_thread() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));
        stage.jury.takesItsTime = true;
        stage.say(proposal("5e551", extraNonce, 10));
        assertThat(stage.wire.takeLines()).isEmpty();
        stage.say(proposal("5e551", extraNonce, 10));
        assertThat(only(stage.wire.takeLines())).contains("too many block templates are being looked at");
        stage.say(share("5e551"));
        assertThat(only(stage.wire.takeLines())).contains("Block expired");
        stage.jury.judge();

        assertThat(only(stage.wire.takeLines())).endsWith("\"error\":null,\"result\":{\"status\":\"OK\"}}");
        stage.say(share("5e551"));
        assertThat(stage.claims).hasSize(1);
        assertThat(stage.figures.total(Count.PROPOSALS_THROTTLED)).isEqualTo(1);
    }

    @Test
    void what_ends_while_its_block_is_looked_at_is_over() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));
        stage.jury.takesItsTime = true;
        stage.say(proposal("5e551", extraNonce, 10));
        stage.publish(new ChoiceTemplate(PlainTemplate.at(11)));
        stage.wire.takeLines();
        stage.jury.judge();

        assertThat(only(stage.wire.takeLines())).contains("Block expired");
        assertThat(stage.visitor.offences).isEmpty();
    }

    @Test
    void who_is_not_looked_at_for_want_of_time_is_not_blamed_and_stays() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        String extraNonce = extraNonce(only(stage.wire.takeLines()));
        stage.visitor.forbidden.add(Ask.PROPOSE);
        busy(stage, proposal("5e551", extraNonce, 10));
        stage.visitor.forbidden.clear();
        stage.jury.hasRoom = false;
        busy(stage, proposal("5e551", extraNonce, 10));
        stage.jury.hasRoom = true;
        stage.jury.fails = true;
        busy(stage, proposal("5e551", extraNonce, 10));
        stage.jury.fails = false;
        stage.say(proposal("5e551", extraNonce, 10));

        assertThat(only(stage.wire.takeLines())).contains("\"status\":\"OK\"");
        assertThat(stage.wire.ended).isFalse();
        assertThat(stage.visitor.offences).isEmpty();
    }

    @Test
    void a_block_that_only_its_miner_can_have_spoilt_counts_against_its_address() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        stage.wire.takeLines();
        stage.say(proposal("5e551", ChoiceTemplate.LAGGING, 10));
        assertThat(stage.visitor.offences).isEmpty();
        stage.say(proposal("5e551", "0000000000000000", 10));

        assertThat(stage.visitor.offences).containsExactly(Offence.UNPAYING_BLOCK);
        assertThat(stage.figures.total(Count.PROPOSALS_REFUSED)).isEqualTo(2);
    }

    @Test
    void who_is_banned_for_its_own_block_hears_it_and_is_sent_away() throws Exception {
        SessionStage stage = stage(new ChoiceTemplate(PlainTemplate.at(10)));
        stage.wire.takeLines();
        stage.visitor.strict = true;
        stage.say(proposal("5e551", "0000000000000000", 10));

        assertThat(only(stage.wire.takeLines())).contains("banned for");
        assertThat(stage.wire.ended).isTrue();
        assertThat(stage.figures.total(Count.PROPOSALS_REFUSED)).isEqualTo(1);
    }

    private static void busy(SessionStage stage, String proposal) {
        for (int i = 0; i < 10; i++) {
            stage.say(proposal);
            assertThat(only(stage.wire.takeLines())).contains("too many block templates are being looked at");
        }
    }

    @Test
    void a_pool_that_does_not_let_miners_choose_says_so_and_closes() throws Exception {
        SessionStage stage = stage(PlainTemplate.at(10));

        assertThat(only(stage.wire.takeLines())).contains("this pool does not let miners make their own work");
        assertThat(stage.wire.ended).isTrue();
        assertThat(stage.session.figures()).isEmpty();
    }

    @Test
    void a_miner_that_does_not_choose_has_nothing_to_propose_for() throws Exception {
        SessionStage stage =
                new SessionStage(folder, new CryptonoteDialect(), new ChoiceTemplate(PlainTemplate.at(10)), "");
        stage.say(LOGIN.replace("self-select", "pool"));
        assertThat(only(stage.wire.takeLines())).contains("\"blob\"").doesNotContain("pool_wallet");
        stage.say(proposal("5e551", "0000000000000000", 10));

        assertThat(only(stage.wire.takeLines())).contains("job already has block template");
    }

    private SessionStage stage(BlockTemplate template) throws Exception {
        SessionStage stage = new SessionStage(folder, new CryptonoteDialect(), template, "late.millis = 0");
        stage.say(LOGIN);
        return stage;
    }

    private static String only(List<String> lines) {
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static String extraNonce(String line) {
        Matcher matcher = EXTRA_NONCE.matcher(line);
        return Optional.of(matcher).filter(Matcher::find).orElseThrow().group(1);
    }

    /** {@link ChoiceTemplate} takes any block that is its extra nonce. */
    private static String proposal(String job, String block, long height) {
        return "{\"id\":2,\"method\":\"block_template\",\"params\":{\"id\":\"5e55\",\"job_id\":\"" + job
                + "\",\"blob\":\"" + block + "\",\"height\":" + height
                + ",\"difficulty\":7,\"prev_hash\":\"aa\",\"seed_hash\":\"bb\",\"next_seed_hash\":\"\"}}";
    }

    private static String share(String job) {
        return "{\"id\":3,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"" + job
                + "\",\"nonce\":\"00000000\",\"result\":\"" + "00".repeat(32) + "\"}}";
    }
}

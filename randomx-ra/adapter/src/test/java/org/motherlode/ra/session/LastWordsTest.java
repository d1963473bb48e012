package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.verify.Verdict;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** Whoever is sent away hears why in a form that XMRig reads: the answer to what it asked, or a notification. */
class LastWordsTest {
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}";
    private static final String BANNED = "IP Address currently banned for 1 minute: too many wrong hashes";

    @TempDir
    Path folder;

    private SessionStage stage;

    @BeforeEach
    void logIn() throws Exception {
        stage = new SessionStage(folder, new CryptonoteDialect(), PlainTemplate.at(10), "");
        stage.say(LOGIN);
        stage.wire.takeLines();
    }

    @Test
    void the_share_that_was_one_too_many_is_answered_with_the_ban() {
        submit(7, 0);
        stage.visitor.sentence = Optional.of(BANNED);
        stage.verifier.judge(new Verdict.Bad(ShareRefusal.BAD_HASH));

        assertLast("{\"id\":7,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-2,\"message\":\"" + BANNED + "\"}}");
    }

    @Test
    void so_is_one_that_needed_no_hash() {
        stage.visitor.sentence = Optional.of("Invalid job id, too often");
        stage.say(
                "{\"id\":8,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"none\",\"nonce\":\"00000000\","
                        + "\"result\":\"" + "00".repeat(32) + "\"}}");

        assertLast("{\"id\":8,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-2,\"message\":\"Invalid job id, too often\"}}");
    }

    @Test
    void the_last_of_too_many_wrong_ones_in_a_row_is_answered_with_that() {
        for (int id = 2; id <= 6; id++) {
            submit(id, id);
            assertThat(stage.wire.ended).isFalse();
            stage.wire.takeLines();
            stage.verifier.judge(new Verdict.Bad(ShareRefusal.BAD_HASH));
        }

        assertLast(
                "{\"id\":6,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"Too many invalid shares in a row\"}}");
    }

    @Test
    void whatever_else_it_asks_is_answered_with_a_ban_that_has_come_meanwhile() {
        stage.visitor.sentence = Optional.of(BANNED);
        stage.say("{\"id\":\"k\",\"method\":\"keepalived\",\"params\":{\"id\":\"5e55\"}}");

        assertLast("{\"id\":\"k\",\"jsonrpc\":\"2.0\",\"error\":{\"code\":-2,\"message\":\"" + BANNED + "\"}}");
    }

    @Test
    void who_asks_nothing_is_sent_a_notification() {
        stage.visitor.sentence = Optional.of(BANNED);
        stage.session.tick();

        assertLast("{\"id\":null,\"jsonrpc\":\"2.0\",\"method\":\"error\",\"error\":{\"code\":-2,\"message\":\""
                + BANNED + "\"}}");
    }

    @Test
    void a_login_that_waits_for_work_is_answered() throws Exception {
        SpokenSession waiting = new SpokenSession(folder, SpokenSession.State.LOGIN_HELD);
        for (int i = 0; i < 5; i++) {
            waiting.visitor.failed(ShareRefusal.BAD_HASH);
        }
        waiting.session.tick();

        assertThat(waiting.sent)
                .containsExactly(
                        "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-2,\"message\":\"" + BANNED + "\"}}");
        assertThat(waiting.ended).isTrue();
    }

    private void submit(int id, int nonce) {
        stage.say(
                "{\"id\":" + id + ",\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"5e551\",\"nonce\":\""
                        + "%08x".formatted(nonce) + "\",\"result\":\"" + "00".repeat(32) + "\"}}");
    }

    /** And nothing else. */
    private void assertLast(String line) {
        assertThat(stage.wire.takeLines()).containsExactly(line);
        assertThat(stage.wire.ended).isTrue();
    }
}

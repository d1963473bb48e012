package org.motherlode.stratum.dialect.cryptonote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.stratum.dialect.cryptonote.Offers.DIALECT;
import static org.motherlode.stratum.dialect.cryptonote.Offers.read;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Extension;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.model.work.Difficulty;

class AnswersTest {
    /** The four prefixes on which XMRig 6.26 closes the connection and comes back. */
    private static final Pattern XMRIG_LEAVES = Pattern.compile(
            "(?i)\"message\":\"(Unauthenticated|your IP is banned|IP Address currently banned|Invalid job id)");

    @Test
    void the_dialect_is_found_as_a_service() {
        assertThat(ServiceLoader.load(Dialect.class)).extracting(Dialect::name).contains("cryptonote");
    }

    /** 280000: recorded; the others by hand from floor((2^64 - 1) / d). */
    @ParameterizedTest
    @CsvSource({
        "1, ffffffffffffffff",
        "30, 8888888888888808",
        "280000, 74f73d2beb3b0000",
        "2147483648, ffffffff01000000",
        "4294967296, ffffffff00000000",
        "18446744073709551615, 0100000000000000",
        "18446744073709551616, 0100000000000000",
        "115792089237316195423570985008687907853269984665640564039457584007913129639935, 0100000000000000"
    })
    void the_target_has_eight_bytes_and_is_never_zero(BigInteger difficulty, String target) {
        assertThat(JobMembers.target(new Difficulty(difficulty))).isEqualTo(target);
    }

    @ParameterizedTest
    @EnumSource(ShareRefusal.class)
    void only_a_job_that_was_never_given_sends_xmrig_away(ShareRefusal why) {
        Request.Submit submit = (Request.Submit)
                read("{\"id\":2,\"method\":\"submit\",\"params\":{\"job_id\":\"1\",\"nonce\":\"00000000\","
                        + "\"result\":\"" + "0".repeat(64) + "\"}}");

        assertThat(XMRIG_LEAVES.matcher(DIALECT.refused(submit, why)).find())
                .isEqualTo(why == ShareRefusal.UNKNOWN_JOB);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void whatever_can_answer_a_login_closes_the_socket(Problem problem) {
        boolean harmless = EnumSet.of(Problem.UNKNOWN_METHOD, Problem.LOGGED_IN_ALREADY, Problem.LATER, Problem.NO_WORK)
                .contains(problem);

        assertThat(DIALECT.closesAfter(problem)).isEqualTo(!harmless);
        assertThat(DIALECT.problem("7", problem)).startsWith("{\"id\":7,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-");
    }

    /** XMRig passes over an error without id and method; one with any method it writes to its log. */
    @Test
    void an_error_that_answers_nothing_is_a_notification_and_at_the_door_it_answers_the_login_that_will_come() {
        String error = "\"error\":{\"code\":-%d,\"message\":\"so\"}}";

        assertThat(DIALECT.banned("7", "so")).isEqualTo("{\"id\":7,\"jsonrpc\":\"2.0\"," + error.formatted(2));
        assertThat(DIALECT.turnedAway("so")).isEqualTo("{\"id\":1,\"jsonrpc\":\"2.0\"," + error.formatted(2));
        assertThat(DIALECT.banned(Request.NO_ID, "so"))
                .isEqualTo("{\"id\":null,\"jsonrpc\":\"2.0\",\"method\":\"error\"," + error.formatted(2));
        assertThat(DIALECT.dismissed("so"))
                .isEqualTo("{\"id\":null,\"jsonrpc\":\"2.0\",\"method\":\"error\"," + error.formatted(1));
        assertThat(DIALECT.problem(Request.NO_ID, Problem.NO_WORK)).contains("\"method\":\"error\"");
    }

    @Test
    void a_sentence_cannot_break_out_of_its_line() {
        Request.Login login =
                (Request.Login) read("{\"id\":\"\\\"\",\"method\":\"login\",\"params\":{\"login\":\"a\"}}");

        assertThat(DIALECT.loginRefused(login, "no\"\n\u2028é"))
                .isEqualTo(
                        "{\"id\":\"\\\"\",\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"no\\\"\\n\\u2028\\u00E9\"}}");
    }

    @Test
    void a_login_with_which_nothing_is_wrong_is_asked_to_come_again() {
        Request.Login login = (Request.Login) read("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"a\"}}");

        assertThat(DIALECT.loginDeferred(login, "no work"))
                .isEqualTo("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-2,\"message\":\"no work\"}}");
    }

    @Test
    void a_job_that_was_asked_for_comes_in_the_result() {
        assertThat(DIALECT.jobAnswer(new Request.GetJob("5", "s"), Offers.first(30), "s"))
                .startsWith("{\"id\":5,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"blob\":\"1010f7a6")
                .endsWith(",\"algo\":\"rx/0\",\"id\":\"s\"}}");
    }

    /** XMRig passes over what it does not know. */
    @Test
    void a_nonce_at_another_place_than_miners_assume_is_told() {
        Request.GetJob ask = new Request.GetJob("5", "s");

        assertThat(DIALECT.jobAnswer(ask, Offers.withNonceAt(72), "s")).contains(",\"nonce_offset\":72,\"algo\":");
        assertThat(DIALECT.jobAnswer(ask, Offers.withNonceAt(39), "s")).doesNotContain("nonce_offset");
    }

    @Test
    void only_what_is_true_of_the_connection_is_offered_and_never_a_relay() {
        Request.Login login = (Request.Login) read("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"a\"}}");

        assertThat(DIALECT.loggedIn(login, new Welcome("s", Offers.first(30), Set.of())))
                .endsWith("\"extensions\":[\"algo\",\"keepalive\"]}}");
        assertThat(DIALECT.loggedIn(login, new Welcome("s", Offers.first(30), EnumSet.allOf(Extension.class))))
                .endsWith("\"extensions\":[\"algo\",\"keepalive\",\"tls\",\"nicehash\"]}}");
    }

    @Test
    void there_is_no_greeting() {
        assertThat(DIALECT.welcome(new Request.Hello("1", "x"), "s")).isEmpty();
    }
}

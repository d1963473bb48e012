package org.motherlode.stratum.dialect.cryptonote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.stratum.dialect.cryptonote.Offers.DIALECT;
import static org.motherlode.stratum.dialect.cryptonote.Offers.read;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;

class BadLinesTest {
    private static final String HASH = "49a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"id\":",
                "[]",
                "7",
                "null",
                "{}",
                "{} {}",
                "{\"id\":1,\"method\":7}",
                "{\"method\":\"login\"}",
                "{\"method\":\"login\",\"params\":[]}",
                "{\"method\":\"login\",\"params\":null}",
                "{\"method\":\"login\",\"params\":{}}",
                "{\"method\":\"login\",\"params\":{\"login\":\"\"}}",
                "{\"method\":\"login\",\"params\":{\"login\":7}}",
                "{\"method\":\"login\",\"params\":{\"login\":\"a\",\"pass\":{}}}",
                "{\"method\":\"login\",\"params\":{\"login\":\"a\",\"mode\":7}}",
                "{\"method\":\"block_template\"}",
                "{\"method\":\"block_template\",\"params\":{\"job_id\":\"1\"}}",
                "{\"method\":\"login\",\"method\":\"submit\",\"params\":{}}",
                "{\"method\":\"login\",\"params\":{\"login\":\"a\",\"login\":\"b\"}}",
                "{\"method\":\"keepalived\",\"params\":{\"id\":7}}",
                "\ufeff{\"method\":\"getjob\"}"
            })
    void a_line_that_is_no_request_is_malformed(String line) {
        assertThat(problem(read(line))).contains(Problem.MALFORMED);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0e000000, " + HASH + ", job_id is missing",
        "1, '', " + HASH + ", nonce is missing",
        "1, 0e0000, " + HASH + ", nonce must have 8 hex digits",
        "1, 0e0000000, " + HASH + ", nonce has more than 8 characters",
        "1, 0xe00000, " + HASH + ", nonce is not hex",
        "1, 0e000000, ff, result must have 64 hex digits",
        "1, 0e000000, zz" + "a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07, result is not hex",
    })
    void a_share_out_of_shape_is_malformed_and_the_words_say_how(
            String job, String nonce, String result, String words) {
        Request request = read(share(job, nonce, result));

        assertThat(request).isEqualTo(new Request.Unusable("2", Problem.MALFORMED, words));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"00\"', 1, 1, usable",
        "'\"0\"', 1, 1, blob is not hex",
        "'\"zz\"', 1, 1, blob is not hex",
        "'\"\"', 1, 1, blob is missing",
        "7, 1, 1, blob must be a text",
        "'\"00\"', '\"1\"', 1, height must be a whole number",
        "'\"00\"', -1, 1, height must be a whole number",
        "'\"00\"', 1.5, 1, height must be a whole number",
        "'\"00\"', 1, 9999999999999999999, difficulty must be a whole number",
        "'\"00\"', 1, null, difficulty must be a whole number",
    })
    void a_proposed_block_out_of_shape_is_malformed_and_the_words_say_how(
            String blob, String height, String difficulty, String words) {
        Request request = read("{\"id\":2,\"method\":\"block_template\",\"params\":{\"job_id\":\"1\",\"blob\":" + blob
                + ",\"height\":" + height + ",\"difficulty\":" + difficulty
                + ",\"prev_hash\":\"aa\",\"seed_hash\":\"bb\"}}");

        assertThat(request instanceof Request.Unusable unusable ? unusable.words() : "usable")
                .isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "null", "true", "{\"a\":1}", "[\"rx/2\"]", "\"rx/2/and/so/on/and/so/on/and/so/on\""})
    void what_is_no_name_of_a_function_spoils_no_share(String algorithm) {
        String share = share("1", "0e000000", HASH);
        String nameless = share.replace(",\"algo\":\"rx/0\"", "");

        assertThat(((Request.Submit) read(share)).algorithm()).contains("rx/0");
        assertThat(((Request.Submit) read(nameless)).algorithm()).isEmpty();
        assertThat(read(share.replace("\"rx/0\"", algorithm))).isEqualTo(read(nameless));
    }

    @Test
    void the_spelling_of_hex_makes_no_difference() {
        Request.Submit upper = (Request.Submit) read(share("1", "AB00CDEF", HASH.toUpperCase(java.util.Locale.ROOT)));
        Request.Submit lower = (Request.Submit) read(share("1", "ab00cdef", HASH));

        assertThat(upper).isEqualTo(lower);
        assertThat(upper.nonce()).isEqualTo(Octets.ofHex("ab00cdef"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "-0",
                "12345678901234567890123456789012345678901234567890",
                "1.50",
                "1e400",
                "\"a\"",
                "\"\\u00e9\\n\\ud800\"",
                "\"é\"",
                "true",
                "false",
                "null",
                "[1,\"x\"]",
                "{\"a\":{\"b\":[]}}",
                "\"\""
            })
    void an_id_of_any_kind_is_echoed_as_it_came(String id) {
        assertThat(read("{\"id\": " + id + " ,\"method\":\"keepalived\",\"params\":{\"id\":\"s\"}}"))
                .isEqualTo(new Request.KeepAlive(id, "s"));
        assertThat(read("{\"method\":\"getjob\",\"id\":" + id + "}")).isEqualTo(new Request.GetJob(id, ""));
    }

    @Test
    void an_id_is_echoed_even_where_the_rest_is_broken() {
        assertThat(read("{\"id\":41,\"method\":\"submit\",\"params\":{\"nonce\":")
                        .requestId())
                .isEqualTo("41");
    }

    @Test
    void an_absurd_id_is_refused_and_not_echoed() {
        Request digits = read("{\"id\":" + "9".repeat(200) + ",\"method\":\"getjob\"}");
        Request letters = read("{\"id\":\"" + "a".repeat(200) + "\",\"method\":\"getjob\"}");

        assertThat(problem(digits)).contains(Problem.MALFORMED);
        assertThat(problem(letters)).contains(Problem.MALFORMED);
        assertThat(digits.requestId()).isEqualTo("null");
        assertThat(letters.requestId()).isEqualTo("null");
    }

    @Test
    void an_id_of_several_lines_is_echoed_on_one() {
        assertThat(read("{\"id\":[1,\r\n2],\"method\":\"getjob\"}").requestId()).isEqualTo("[1,  2]");
    }

    @Test
    void depth_has_an_end() {
        String deep = "{\"method\":\"getjob\",\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

        assertThat(problem(read(deep))).contains(Problem.MALFORMED);
    }

    @Test
    void what_is_not_utf_8_is_malformed_and_utf_16_is_no_way_around() {
        byte[] latin = "{\"method\":\"getjob\",\"x\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"method\":\"getjob\"}".getBytes(StandardCharsets.UTF_16LE);

        assertThat(problem(DIALECT.read(latin))).contains(Problem.MALFORMED);
        assertThat(problem(DIALECT.read(wide))).contains(Problem.MALFORMED);
    }

    @Test
    void an_unknown_method_is_named_without_its_control_characters_and_cut() {
        Request request =
                read("{\"id\":9,\"method\":\"a\\u0000\\u001b[31m\\n" + "b".repeat(4000) + "\",\"params\":[]}");

        assertThat(problem(request)).contains(Problem.UNKNOWN_METHOD);
        assertThat(((Request.Unusable) request).words())
                .startsWith("method a??[31m?bbb")
                .hasSize(160);
    }

    @Test
    void names_come_without_control_characters_and_the_agent_is_cut() {
        Request.Login login = (Request.Login) read("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"a\\u0000b\","
                + "\"rigid\":\"r\\n\\ud800\",\"agent\":\"" + "x".repeat(3000) + "\"}}");

        assertThat(login.user()).isEqualTo("a?b");
        assertThat(login.rig()).contains("r??");
        assertThat(login.agent()).hasSize(256);
        assertThat(login.pass()).isEmpty();
    }

    private static String share(String job, String nonce, String result) {
        return "{\"id\":2,\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"s\",\"job_id\":\"" + job
                + "\",\"nonce\":\"" + nonce + "\",\"result\":\"" + result + "\",\"algo\":\"rx/0\"}}";
    }

    private static Optional<Problem> problem(Request request) {
        return request instanceof Request.Unusable unusable ? Optional.of(unusable.problem()) : Optional.empty();
    }
}

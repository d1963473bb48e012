package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.ejb.chain.HttpDoor;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.ejb.chain.RpcAddress;
import org.motherlode.ejb.chain.RpcLimits;
import org.motherlode.model.chain.NodeUnavailableException;

class JsonRpcTest {
    private static final int MOST_BYTES = 10_000;

    private ReplayingRpc program;
    private JsonRpc rpc;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        rpc = program.client(MOST_BYTES);
    }

    @AfterEach
    void stop() {
        rpc.close();
        program.close();
    }

    /** Beyond 2^53 a double would lose the last digits. */
    @Test
    void numbers_keep_every_digit() throws Exception {
        program.answersResult("m", "{\"n\":18446744073709551615,\"w\":\"0x1ffffffffffffffffffff\"}");
        JsonFields result = rpc.call("m").orUnavailable();

        assertThat(result.number("n")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(result.wide("w")).isEqualTo(new BigInteger("1ffffffffffffffffffff", 16));
        assertThatThrownBy(() -> result.count("n")).hasMessageEndingWith("'n' is not a number below 2^62");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e9", "1e999999999", "\"7\"", "null", "true", "[7]"})
    void what_is_no_whole_number_is_named(String value) throws Exception {
        program.answersResult("m", "{\"n\":" + value + "}");
        JsonFields result = rpc.call("m").orUnavailable();

        assertThatThrownBy(() -> result.number("n"))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageEndingWith("asked for m, gave no sensible answer: 'n' is not a whole number");
    }

    @Test
    void an_error_keeps_its_code_and_words() throws Exception {
        program.answers("m", Recorded.response("w67_err_no_wallet_open"));

        assertThat(rpc.call("m")).isInstanceOfSatisfying(RpcReply.Fault.class, fault -> assertThat(fault.code())
                .isEqualTo(-13));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "{\"result\":", "<html>"})
    void an_answer_that_is_not_an_object_is_said(String body) {
        program.answersText("m", body.isEmpty() ? " " : body);

        assertThatThrownBy(() -> rpc.call("m"))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("something that is not JSON");
    }

    @Test
    void an_answer_without_result_is_said() {
        program.answersText("m", "{}");

        assertThatThrownBy(() -> rpc.call("m")).hasMessageContaining("'result' is not an object");
    }

    @Test
    void an_answer_beyond_the_bound_is_not_read() {
        program.answersResult("m", "{\"t\":\"" + "x".repeat(MOST_BYTES) + "\"}");

        assertThatThrownBy(() -> rpc.call("m"))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("more than the " + MOST_BYTES + " bytes");
    }

    @Test
    void another_status_is_said() {
        program.answersResult("m", "{}").answersWithStatus(503);

        assertThatThrownBy(() -> rpc.call("m")).hasMessageContaining("answers with HTTP status 503");
    }

    @Test
    void a_request_is_never_repeated_by_itself() {
        program.answersResult("m", "{}").answersWithStatus(503);

        assertThatThrownBy(() -> rpc.call("m")).isInstanceOf(NodeUnavailableException.class);
        assertThat(program.asked()).containsExactly("m");
    }

    @Test
    void a_program_that_is_not_there_is_said() throws Exception {
        RpcAddress nobody = RpcAddress.parse("node", "127.0.0.1:" + TestProgram.freePort(), Optional.empty());
        try (JsonRpc away = new JsonRpc(new HttpDoor("monerod", nobody, new RpcLimits(2_000, 2_000, 1, MOST_BYTES)))) {
            assertThatThrownBy(() -> away.call("m"))
                    .isInstanceOf(NodeUnavailableException.class)
                    .hasMessageContaining("monerod at " + nobody.base() + " does not answer");
        }
    }
}

package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.job.SealedBlock;

/** monerod's recorded answers, and those that only a bad day brings. */
class MonerodTest {
    private static final SealedBlock BLOCK =
            new SealedBlock(new BlockRef(1, "ab".repeat(32)), Octets.ofHex("1010"), Optional.empty());

    private ReplayingRpc program;
    private Monerod node;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        node = program.monerod();
    }

    @AfterEach
    void stop() {
        node.close();
        program.close();
    }

    @Test
    void the_recorded_state_is_read() throws Exception {
        program.answers("get_info", Recorded.response("d01_get_info"));

        assertThat(node.info().blocks()).isEqualTo(1);
        assertThat(new MonerodSource(node, "x", Optional.empty(), PowByVersion.NOT_SET, Optional.empty())
                        .tip()
                        .height())
                .isZero();
    }

    @Test
    void a_network_is_told_by_its_name_and_its_first_block() throws Exception {
        String id = "41".repeat(32);
        program.answersText(
                "get_info",
                Recorded.response("d01_get_info")
                        .toString()
                        .replaceAll("\"nettype\":\"[a-z]*\"", "\"nettype\":\"fakechain\""));
        program.answersResult(
                "get_block_header_by_height",
                "{\"status\":\"OK\",\"block_header\":{\"hash\":\"" + id
                        + "\",\"height\":0,\"orphan_status\":false,\"reward\":1}}");

        assertThat(new MonerodSource(node, "x", Optional.empty(), PowByVersion.NOT_SET, Optional.empty()).network())
                .isEqualTo("fakechain from block " + id);
    }

    @Test
    void a_node_that_synchronises_is_not_asked_for_work() {
        program.answersText(
                "get_info",
                Recorded.response("d01_get_info")
                        .toString()
                        .replace("\"synchronized\":true", "\"synchronized\":false")
                        .replace("\"target_height\":0", "\"target_height\":3000000"));

        assertThatThrownBy(() -> node.info())
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageEndingWith("is still synchronising, at height 1 of 3000000");
    }

    @Test
    void a_node_of_another_network_is_named() {
        program.answersText(
                "get_info", Recorded.response("d01_get_info").toString().replace("fakechain", "testnet"));

        assertThatThrownBy(() -> node.info())
                .hasMessageEndingWith("is a node of testnet, but monero.network is mainnet");
    }

    @Test
    void a_busy_node_says_so() {
        program.answersResult("get_block_template", "{\"status\":\"BUSY\"}");

        assertThatThrownBy(() -> node.template("x", 16))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("that it is still synchronising");
    }

    @Test
    void a_refused_template_repeats_the_nodes_words() {
        program.answers("get_block_template", Recorded.response("d10_err_subaddress"));

        assertThatThrownBy(() -> node.template("x", 16))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageEndingWith("answers: Mining to subaddress is not supported yet (-12)");
    }

    /** It was asked for 17 reserved bytes, and we want 16. */
    @Test
    void a_template_with_other_reserved_bytes_is_refused() {
        assertThatThrownBy(() -> TemplateAnswer.read(
                        Recorded.result("d51_template_second_epoch"), PowByVersion.NOT_SET, Optional.empty()))
                .isInstanceOf(NodeUnavailableException.class)
                .hasMessageContaining("16 bytes are not reserved at byte 128");
    }

    @Test
    void submitted_blocks_are_classed_by_the_nodes_answer() throws Exception {
        MonerodSink sink = new MonerodSink(node);

        program.answers("submit_block", Recorded.response("d26_submit_block_accepted"));
        assertThat(sink.submit(BLOCK).accepted()).isTrue();
        program.answers("submit_block", Recorded.response("d61_err_submit_block_low_pow"));
        assertThat(sink.submit(BLOCK).accepted()).isFalse();
        assertThat(sink.submit(BLOCK).words()).startsWith("the node refuses the block");
        program.answers("submit_block", Recorded.response("d19_err_submit_garbage"));
        assertThat(sink.submit(BLOCK).words()).isEqualTo("the node cannot read the block");
        program.answersFault("submit_block", -9, "Core is busy");
        assertThatThrownBy(() -> sink.submit(BLOCK)).isInstanceOf(NodeUnavailableException.class);
    }

    @Test
    void headers_are_found_or_not() throws Exception {
        program.answers("get_block_header_by_hash", Recorded.response("d33_header_by_hash_orphan"));
        assertThat(node.block("ab").orElseThrow().alternative()).isTrue();
        program.answers("get_block_header_by_hash", Recorded.response("d18_err_header_by_hash"));
        assertThat(node.block("ab")).isEmpty();
        program.answers("get_block_header_by_height", Recorded.response("d16_err_header_by_height"));
        assertThat(node.block(500_000)).isEmpty();
    }

    @Test
    void another_internal_error_does_not_pass_for_an_unknown_block() {
        program.answersFault("get_block_header_by_hash", -5, "Internal error: the database is gone");

        assertThatThrownBy(() -> node.block("ab")).hasMessageContaining("the database is gone (-5)");
    }

    @Test
    void transactions_are_in_a_block_in_the_pool_or_nowhere() throws Exception {
        String known = "84e0a9aecc2fc2eaa948500aa617af414fc1b12f91809086060b086c593e94f8";

        program.answers("/get_transactions", Recorded.response("d40_get_transactions_confirmed_and_missing"));
        assertThat(node.transaction(known)).isEqualTo(new TransactionPlace.InBlock(102));
        assertThat(node.transaction("ab".repeat(32))).isEqualTo(new TransactionPlace.Nowhere());
        assertThatThrownBy(() -> node.transaction("cd".repeat(32))).hasMessageContaining("says nothing about");
        program.answers("/get_transactions", Recorded.response("d37_get_transactions_in_pool"));
        assertThat(node.transaction(known)).isEqualTo(new TransactionPlace.InPool());
    }
}

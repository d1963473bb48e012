package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;

/** A block of ours at height 100. */
class MonerodWatchTest {
    private static final String OURS = "aa".repeat(32);
    private static final String THEIRS = "bb".repeat(32);
    private static final BlockRef BLOCK = new BlockRef(100, OURS);

    private ReplayingRpc program;
    private Monerod node;
    private MonerodWatch watch;

    @BeforeEach
    void start() throws Exception {
        program = new ReplayingRpc();
        node = program.monerod();
        watch = new MonerodWatch(node, new Depths(60, 30, 10));
    }

    @AfterEach
    void stop() {
        node.close();
        program.close();
    }

    /** The rule: spendable when the chain has H + 60 blocks. */
    @ParameterizedTest
    @CsvSource({"101,1", "120,20", "159,59"})
    void a_block_is_pending_until_the_chain_has_sixty_more(int blocks, long confirmations) throws Exception {
        chain(blocks);
        byHash(OURS, 100, false);

        assertThat(watch.fate(BLOCK)).isEqualTo(new BlockFate.Pending(confirmations, 60));
    }

    @Test
    void a_block_is_mature_when_the_chain_has_sixty_more_and_pays_what_its_header_says() throws Exception {
        chain(160);
        byHash(OURS, 100, false);

        assertThat(watch.fate(BLOCK)).isEqualTo(new BlockFate.Matured(Money.ofAtoms(600_000_000_001L, Monero.XMR)));
    }

    @Test
    void a_block_beside_the_chain_is_orphaned_only_once_its_rival_is_deep() throws Exception {
        byHash(OURS, 100, true);
        byHeight(THEIRS);

        chain(129);
        assertThat(watch.fate(BLOCK)).isInstanceOf(BlockFate.Unknown.class);
        chain(130);
        assertThat(watch.fate(BLOCK)).isInstanceOf(BlockFate.Orphaned.class);
    }

    @Test
    void a_block_that_the_node_never_saw_is_unknown_until_another_is_deep() throws Exception {
        program.answers("get_block_header_by_hash", Recorded.response("d18_err_header_by_hash"));
        byHeight(THEIRS);

        chain(129);
        assertThat(watch.fate(BLOCK))
                .isInstanceOfSatisfying(BlockFate.Unknown.class, unknown -> assertThat(unknown.why())
                        .startsWith("the node does not know it")
                        .endsWith("29 confirmations of 30"));
        chain(130);
        assertThat(watch.fate(BLOCK)).isInstanceOf(BlockFate.Orphaned.class);
    }

    @Test
    void a_block_above_the_chain_is_unknown() throws Exception {
        chain(100);
        byHash(OURS, 100, true);
        program.answers("get_block_header_by_height", Recorded.response("d16_err_header_by_height"));

        assertThat(watch.fate(BLOCK))
                .isEqualTo(new BlockFate.Unknown("it is on an alternative chain, and no block has its height"));
    }

    @Test
    void a_block_that_joins_the_chain_while_it_is_asked_for_is_unknown() throws Exception {
        chain(200);
        byHash(OURS, 100, true);
        byHeight(OURS);

        assertThat(watch.fate(BLOCK)).isEqualTo(new BlockFate.Unknown("the chain changed while it was asked"));
    }

    @Test
    void a_block_at_another_height_is_not_ours() throws Exception {
        chain(200);
        byHash(OURS, 99, false);

        assertThat(watch.fate(BLOCK)).isEqualTo(new BlockFate.Unknown("the node has it at height 99, not at 100"));
    }

    @Test
    void a_node_that_synchronises_decides_nothing() {
        program.answersText(
                "get_info", info(200).toString().replace("\"busy_syncing\":false", "\"busy_syncing\":true"));

        assertThatThrownBy(() -> watch.fate(BLOCK)).isInstanceOf(NodeUnavailableException.class);
    }

    private void chain(int blocks) {
        program.answers("get_info", info(blocks));
    }

    private static JsonObject info(int blocks) {
        return Recorded.changed("d01_get_info", result -> result.add("height", blocks));
    }

    private void byHash(String id, int height, boolean alternative) {
        program.answersResult("get_block_header_by_hash", header(id, height, alternative));
    }

    private void byHeight(String id) {
        program.answersResult("get_block_header_by_height", header(id, 100, false));
    }

    private static String header(String id, int height, boolean alternative) {
        return "{\"status\":\"OK\",\"block_header\":{\"hash\":\"" + id + "\",\"height\":" + height
                + ",\"orphan_status\":" + alternative + ",\"reward\":600000000001}}";
    }
}

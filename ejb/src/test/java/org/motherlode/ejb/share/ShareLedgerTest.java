package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.model.share.ShareBatch;

class ShareLedgerTest {
    private static final Batches FIRST = new Batches(1, 7, 0);
    private static final Batches SECOND = new Batches(1, 8, 7);
    private static final Batches NEIGHBOUR = new Batches(2, 5, 0);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Tables tables = new Tables(DATABASE.appDataSource());
    private final ShareFigures figures = new ShareFigures();
    private final ShareLedger ledger = new ShareLedger(DATABASE.appDataSource(), figures);

    @BeforeEach
    void empty() throws SQLException {
        new Tables(DATABASE.ownerDataSource()).empty();
    }

    @Test
    void a_batch_that_comes_again_changes_nothing() throws SQLException {
        ShareBatch batch = FIRST.of(1, 3);
        ledger.store(List.of(batch));
        ledger.store(List.of(batch));

        assertThat(tables.shares()).isEqualTo(3);
        assertThat(figures.shares()).isEqualTo(3);
        assertThat(figures.known()).isEqualTo(1);
    }

    @Test
    void a_batch_that_comes_twice_in_one_transaction_is_stored_once() throws SQLException {
        ShareBatch batch = FIRST.of(1, 3);
        ledger.store(List.of(batch, batch, FIRST.of(4, 4)));

        assertThat(tables.shares()).isEqualTo(4);
        assertThat(tables.progress(1, 7)).isEqualTo("4 of 4");
    }

    @Test
    void a_share_is_stored_as_it_was_accepted_and_no_name_can_keep_it_out() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 1)));

        assertThat(tables.ask("SELECT worker FROM pool_share")).isEqualTo("rig\t\\\uFFFD\n");
        assertThat(tables.ask("SELECT encode(hash, 'hex') FROM pool_share")).isEqualTo("ab".repeat(32));
        assertThat(tables.ask("SELECT accepted_at = '2026-03-01 12:00:01Z' FROM pool_share"))
                .isEqualTo("t");
    }

    @Test
    void progress_stops_at_a_gap_and_jumps_when_it_is_filled() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 2)));
        ledger.store(List.of(FIRST.of(5, 6), FIRST.of(7, 7)));
        assertThat(tables.progress(1, 7)).isEqualTo("2 of 7");

        ledger.store(List.of(FIRST.of(3, 4)));

        assertThat(tables.progress(1, 7)).isEqualTo("7 of 7");
    }

    @Test
    void a_life_that_begins_with_a_later_share_has_a_gap() throws SQLException {
        ledger.store(List.of(FIRST.of(2, 3)));

        assertThat(tables.progress(1, 7)).isEqualTo("0 of 3");
    }

    @Test
    void the_same_share_in_two_batches_is_refused_and_nothing_of_it_stays() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 3)));

        assertThatThrownBy(() -> ledger.store(List.of(new Batches(1, 7, 0).of(3, 4))))
                .isInstanceOf(SQLException.class);
        assertThat(tables.shares()).isEqualTo(3);
    }

    @Test
    void refusals_of_a_day_are_summed_and_counted_once() throws SQLException {
        ShareBatch batch = FIRST.refusing(0, 5);
        ledger.store(List.of(batch, FIRST.refusing(0, 2)));
        ledger.store(List.of(batch));

        assertThat(tables.ask("SELECT shares FROM share_refused")).isEqualTo("7");
    }

    @Test
    void accepted_shares_are_counted_by_worker_and_day_and_once() throws SQLException {
        ShareBatch batch = FIRST.of(1, 3);
        ledger.store(List.of(batch, batch));
        ledger.store(List.of(batch, FIRST.of(4, 5)));
        assertThat(tables.days()).isEqualTo("monero amy 2026-03-01 5 5000 2026-03-01 12:00:05+00");

        ledger.store(List.of(FIRST.of(6, 5 + 43_200)));

        assertThat(tables.days())
                .isEqualTo("monero amy 2026-03-01 43199 43199000 2026-03-01 23:59:59+00,"
                        + "monero amy 2026-03-02 6 6000 2026-03-02 00:00:05+00");
        assertThat(tables.daysAreShares()).isTrue();
        assertThat(tables.slicesAreShares()).isTrue();
    }

    @Test
    void a_batch_that_is_refused_is_not_counted() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 3)));

        assertThatThrownBy(() -> ledger.store(List.of(FIRST.of(3, 4)))).isInstanceOf(SQLException.class);
        assertThat(tables.days()).startsWith("monero amy 2026-03-01 3 3000 ");
    }

    @Test
    void the_application_cannot_change_a_count() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 1)));

        assertThatThrownBy(() -> tables.change("UPDATE share_day SET shares = 2"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void signs_of_life_leave_no_rows_but_move_the_time() throws SQLException {
        ledger.store(List.of(FIRST.of(1, 3)));
        ledger.store(List.of(FIRST.signOfLife(3, 60)));

        assertThat(tables.ask("SELECT count(*) FROM share_batch")).isEqualTo("1");
        assertThat(tables.ask("SELECT complete_until = '2026-03-01 12:01:00Z' FROM share_progress"))
                .isEqualTo("t");
    }

    @Test
    void a_block_is_complete_with_its_own_share() throws SQLException {
        tables.block(1, 7, 3);
        ledger.store(List.of(FIRST.of(1, 2)));
        assertThat(tables.blockIsComplete()).isFalse();

        ledger.store(List.of(FIRST.of(3, 3)));

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_block_whose_last_shares_died_with_the_server_is_complete_when_the_next_life_speaks() throws SQLException {
        tables.block(1, 7, 3);
        ledger.store(List.of(FIRST.of(1, 2)));
        assertThat(tables.blockIsComplete()).isFalse();

        ledger.store(List.of(SECOND.of(1, 0)));

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_gap_before_the_end_of_a_life_still_holds_its_block_up() throws SQLException {
        tables.block(1, 7, 4);
        ledger.store(List.of(FIRST.of(1, 1), FIRST.of(3, 3), SECOND.of(1, 0)));

        assertThat(tables.blockIsComplete()).isFalse();
    }

    @Test
    void a_block_waits_for_every_other_node_that_is_not_retired() throws SQLException {
        new KnownNodes(DATABASE.appDataSource()).add(2);
        tables.block(1, 7, 3);
        ledger.store(List.of(FIRST.of(1, 3)));
        assertThat(tables.blockIsComplete()).as("node 2 has sent nothing").isFalse();

        ledger.store(List.of(NEIGHBOUR.of(1, 1), NEIGHBOUR.signOfLife(1, 3)));
        assertThat(tables.blockIsComplete())
                .as("node 2 may accept a share of that very time")
                .isFalse();

        ledger.store(List.of(NEIGHBOUR.signOfLife(1, 4)));
        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_gap_in_an_earlier_life_holds_up_a_block_of_the_next() throws SQLException {
        tables.block(1, 8, 1);
        ledger.store(List.of(FIRST.of(1, 0), FIRST.of(2, 2), SECOND.of(1, 1)));
        assertThat(tables.blockIsComplete()).isFalse();

        ledger.store(List.of(FIRST.of(1, 1)));

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_life_that_is_over_is_complete_without_a_last_sign() throws SQLException {
        tables.block(1, 7, 9);
        ledger.store(List.of(FIRST.of(1, 9), NEIGHBOUR.of(1, 2), new Batches(2, 6, 5).signOfLife(0, 20)));

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void partitions_are_made_once_and_take_the_shares_of_their_day() throws SQLException {
        SharePartitions partitions = new SharePartitions(DATABASE.appDataSource(), 2);
        partitions.makeAhead();
        partitions.makeAhead();

        String made = "SELECT count(*) FROM pg_class WHERE relkind = 'r' AND relname ~ '^pool_share_[0-9]{8}$'";
        assertThat(tables.ask(made)).isEqualTo("3");
        ledger.store(List.of(FIRST.of(1, 1)));
        assertThat(tables.ask("SELECT tableoid::regclass FROM pool_share")).endsWith("pool_share_rest");
    }
}

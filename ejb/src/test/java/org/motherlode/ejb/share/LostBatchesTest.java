package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.motherlode.ejb.database.TestDatabase;
import org.motherlode.ejb.letter.BatchMarks;
import org.motherlode.ejb.letter.DeadLetterRows;
import org.motherlode.ejb.queue.Letter;
import org.motherlode.ejb.queue.Marks;
import org.motherlode.model.share.ShareBatch;

/** Batches that could not be stored, and the blocks that may need their shares. */
class LostBatchesTest {
    private static final Batches FIRST = new Batches(1, 7, 0);
    private static final Batches SECOND = new Batches(1, 8, 7);

    private static final Letter UNKNOWN = new Letter("ID:1", "shares", "the share batch makes no sense", Marks.NONE);

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final Tables tables = new Tables(DATABASE.appDataSource());
    private final Tables owner = new Tables(DATABASE.ownerDataSource());
    private final ShareLedger ledger = new ShareLedger(DATABASE.appDataSource(), new ShareFigures());
    private final DeadLetterRows book = new DeadLetterRows(DATABASE.appDataSource());
    private final ShareBatch lost = FIRST.of(4, 5);

    @BeforeEach
    void threeSharesAreStored() throws SQLException {
        owner.empty();
        ledger.store(List.of(FIRST.of(1, 3)));
    }

    @Test
    void a_block_of_the_next_life_waits_for_the_last_batch_of_the_one_before() throws SQLException {
        die(lost);
        ledger.store(List.of(SECOND.of(1, 9)));
        tables.block(1, 8, 9);
        assertThat(tables.blockIsComplete()).isFalse();

        ledger.store(List.of(lost));
        book.stored(List.of(lost.id().toString()));

        assertThat(tables.blockIsComplete()).isTrue();
        assertThat(tables.ask("SELECT ended FROM dead_letter")).isEqualTo("STORED");
    }

    @Test
    void a_block_that_was_found_before_the_lost_shares_does_not_wait() throws SQLException {
        die(lost);
        ledger.store(List.of(SECOND.of(1, 0)));
        tables.block(1, 7, 3);

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_block_of_another_node_waits_too() throws SQLException {
        die(lost);
        ledger.store(List.of(SECOND.signOfLife(0, 60), new Batches(2, 5, 0).of(1, 9)));
        tables.block(2, 5, 9);

        assertThat(tables.blockIsComplete()).isFalse();
    }

    @Test
    void lost_shares_that_are_given_up_are_not_waited_for_and_their_gap_closes() throws SQLException {
        die(lost);
        ledger.store(List.of(FIRST.of(6, 7), SECOND.of(1, 9)));
        tables.block(1, 8, 9);
        assertThat(tables.progress(1, 7)).isEqualTo("3 of 7");

        giveUp(owner, lost.id().toString());

        assertThat(tables.progress(1, 7)).isEqualTo("7 of 7");
        assertThat(tables.blockIsComplete()).isTrue();
        assertThat(tables.ask("SELECT concat_ws(', ', ended, actor, reason) FROM dead_letter"))
                .isEqualTo("GIVEN UP, ann, the disk is gone");
    }

    @Test
    void what_was_given_up_and_comes_back_is_not_counted() throws SQLException {
        die(lost);
        giveUp(owner, lost.id().toString());
        ledger.store(List.of(lost, FIRST.of(6, 7)));

        assertThat(tables.shares()).isEqualTo(5);
        assertThat(tables.progress(1, 7)).isEqualTo("7 of 7");
    }

    @Test
    void a_batch_that_collides_with_another_server_s_is_given_up_without_a_gap() throws SQLException {
        ShareBatch other = new Batches(1, 7, 0).of(2, 3);
        die(other);
        tables.block(1, 7, 3);
        assertThat(tables.blockIsComplete()).isFalse();

        giveUp(owner, other.id().toString());

        assertThat(tables.blockIsComplete()).isTrue();
        assertThat(tables.progress(1, 7)).isEqualTo("3 of 3");
    }

    @Test
    void only_the_owner_of_the_tables_gives_up_only_once_and_only_with_a_name() throws SQLException {
        die(lost);
        String id = lost.id().toString();

        assertThatThrownBy(() -> giveUp(tables, id)).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> owner.ask("SELECT dead_letter_give_up('" + id + "', '', '')"))
                .isInstanceOf(SQLException.class);
        giveUp(owner, id);
        assertThatThrownBy(() -> giveUp(owner, id)).hasMessageContaining("no dead letter");
    }

    @Test
    void a_letter_of_which_nothing_is_known_holds_every_block_up() throws SQLException {
        book.died(new Letter("ID:1", "shares", "the share batch ends in the middle\0", Marks.NONE));
        book.died(new Letter("ID:1", "shares", "again", Marks.NONE));
        tables.block(1, 7, 3);
        assertThat(tables.blockIsComplete()).isFalse();

        giveUp(owner, "ID:1");

        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_letter_of_which_nothing_is_known_is_given_up_with_the_gap_that_it_left() throws SQLException {
        book.died(UNKNOWN);
        ledger.store(List.of(FIRST.of(6, 7), SECOND.of(1, 9)));
        tables.block(1, 8, 9);

        giveUp(owner, "ID:1");
        assertThat(tables.blockIsComplete()).as("a gap is left").isFalse();

        giveUpFor(owner, 1, 7);

        assertThat(tables.progress(1, 7)).isEqualTo("7 of 7");
        assertThat(tables.blockIsComplete()).isTrue();
        assertThat(tables.ask("SELECT concat_ws(' ', ended, node, epoch, first_sequence, last_sequence, actor) FROM"
                        + " dead_letter"))
                .isEqualTo("GIVEN UP 1 7 4 5 ann");
    }

    @Test
    void the_last_shares_of_a_life_can_be_given_up_once_it_has_spoken_of_them() throws SQLException {
        book.died(UNKNOWN);
        ledger.store(List.of(FIRST.signOfLife(5, 6), SECOND.of(1, 9)));
        tables.block(1, 8, 9);
        assertThat(tables.blockIsComplete()).isFalse();

        giveUpFor(owner, 1, 7);

        assertThat(tables.progress(1, 7)).isEqualTo("5 of 5");
        assertThat(tables.blockIsComplete()).isTrue();
    }

    @Test
    void a_life_without_a_gap_and_a_letter_that_names_its_own_are_no_place_for_that() throws SQLException {
        book.died(UNKNOWN);
        assertThatThrownBy(() -> giveUpFor(owner, 1, 7)).hasMessageContaining("node 1 has no gap in epoch 7");
        assertThatThrownBy(() -> giveUpFor(tables, 1, 7)).hasMessageContaining("permission denied");

        owner.change("UPDATE dead_letter SET node = 1");
        ledger.store(List.of(FIRST.of(6, 7)));
        assertThatThrownBy(() -> giveUpFor(owner, 1, 7)).hasMessageContaining("there is no dead letter ID:1");

        assertThat(tables.progress(1, 7)).isEqualTo("3 of 7");
        assertThat(book.isAnyOpen("shares")).isTrue();
        assertThat(book.isAnyOpen("blocks")).isFalse();
    }

    @Test
    void letters_without_shares_of_retired_nodes_and_of_blocks_hold_nothing_up() throws SQLException {
        die(FIRST.signOfLife(3, 3));
        new KnownNodes(DATABASE.appDataSource()).add(2);
        owner.change("UPDATE pool_node SET retired = true WHERE node = 2");
        die(new Batches(2, 5, 0).of(1, 1));
        book.died(new Letter("monero/ab", "blocks", "the found block makes no sense", Marks.NONE));
        tables.block(1, 7, 3);

        assertThat(tables.blockIsComplete()).isTrue();
    }

    private static void giveUpFor(Tables as, int node, long epoch) throws SQLException {
        as.ask("SELECT dead_letter_give_up('ID:1', 'ann', 'the disk is gone', " + node + ", " + epoch + ")");
    }

    private void die(ShareBatch batch) throws SQLException {
        book.died(new Letter(
                batch.id().toString(),
                "shares",
                "nobody can read it",
                BatchMarks.of(batch).written()));
    }

    private static void giveUp(Tables as, String letter) throws SQLException {
        as.ask("SELECT dead_letter_give_up('" + letter + "', 'ann', 'the disk is gone')");
    }
}

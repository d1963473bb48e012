package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;

/**
 * Several nodes, each with several lives, whose batches reach the database in any order: a block is called complete never
 * too early, and in the end.
 */
class SeveralNodesTest {
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final String WINDOW = "SELECT coalesce(string_agg(s.node || '/' || s.epoch || '/' || s.sequence, ' '"
            + " ORDER BY s.accepted_at DESC, s.node DESC, s.epoch DESC, s.sequence DESC), '')"
            + " FROM pool_block b JOIN pool_share s ON s.pool = b.pool AND (s.accepted_at, s.node, s.epoch, s.sequence)"
            + " <= (b.found_at, b.watermark_node, b.watermark_epoch, b.watermark_sequence)";
    private static DataSource kept = POSTGRES.appDataSource();

    @BeforeContainer
    static void migrate() {
        Migrations.run(POSTGRES);
        kept = OneConnection.of(POSTGRES.appDataSource());
    }

    @AfterContainer
    static void end() {
        POSTGRES.close();
    }

    @Property(seed = "20261123", tries = 150)
    void a_block_is_complete_when_no_share_of_its_window_can_still_come(
            @ForAll @IntRange(min = 1, max = 4) int nodes,
            @ForAll @IntRange(min = 1, max = 3) int lives,
            @ForAll @IntRange(min = 0, max = 3) int finder,
            @ForAll long seed)
            throws SQLException {
        empty();
        RandomLives history = new RandomLives(nodes, lives, new Random(seed));
        for (int node = 0; node < nodes; node++) {
            new KnownNodes(kept).add(node);
        }
        AcceptedShare watermark = history.shareOf(finder % nodes);
        Tables tables = new Tables(kept);
        tables.blockAt(watermark);
        List<ShareBatch> coming = history.inAnyOrder();
        String window = ShareOrder.window(history.shares(), watermark);

        ShareLedger ledger = new ShareLedger(kept, new ShareFigures());
        boolean wasComplete = false;
        for (ShareBatch batch : coming) {
            ledger.store(List.of(batch));
            boolean complete = tables.blockIsComplete();
            assertThat(wasComplete && !complete).as("complete and not any more").isFalse();
            if (complete) {
                assertThat(tables.ask(WINDOW)).isEqualTo(window);
            }
            wasComplete = complete;
        }
        assertThat(tables.daysAreShares()).isTrue();
        assertThat(tables.slicesAreShares()).isTrue();
        assertThat(wasComplete).as("complete in the end").isTrue();
    }

    private static void empty() throws SQLException {
        Tables owner = new Tables(POSTGRES.ownerDataSource());
        for (String table :
                List.of("pool_block", "pool_share", "share_day", "share_batch", "share_progress", "pool_node")) {
            owner.change("DELETE FROM " + table);
        }
    }

    /** The documented order of shares: acceptance time, node, epoch, sequence. */
    private static final class ShareOrder {
        private static final Comparator<AcceptedShare> NEWEST_FIRST = Comparator.comparing(AcceptedShare::acceptedAt)
                .thenComparing(share -> share.number().node())
                .thenComparing(share -> share.number().epoch())
                .thenComparing(share -> share.number().sequence())
                .reversed();

        static String window(Stream<AcceptedShare> shares, AcceptedShare watermark) {
            return String.join(
                    " ",
                    shares.sorted(NEWEST_FIRST)
                            .dropWhile(share -> !share.equals(watermark))
                            .map(share -> text(share.number()))
                            .toList());
        }

        private static String text(ShareNumber number) {
            return number.node() + "/" + number.epoch() + "/" + number.sequence();
        }
    }
}

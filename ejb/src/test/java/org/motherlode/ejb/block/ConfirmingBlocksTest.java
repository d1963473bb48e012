package org.motherlode.ejb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

class ConfirmingBlocksTest {
    private static EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    private final FakeNode node = new FakeNode();
    private final BlockAlarms alarms = new BlockAlarms();
    private Instant now = Found.NOON.plusSeconds(1);
    private boolean locked;
    private Map<String, String> settings = Map.of();

    @BeforeAll
    static void migrate() {
        Migrations.run(postgres);
    }

    @AfterAll
    static void end() {
        postgres.close();
    }

    @BeforeEach
    void find() throws SQLException {
        change("DELETE FROM pool_block");
        new BlockStore(postgres.appDataSource()).store(List.of(Found.message()));
    }

    @Test
    void a_block_that_is_announced_twice_is_one_block() throws SQLException {
        new BlockStore(postgres.appDataSource()).store(List.of(Found.message(), Found.message()));

        assertThat(ask("SELECT count(*) FROM pool_block")).isEqualTo("1");
    }

    @Test
    void of_blocks_that_come_together_all_are_stored_or_none() throws SQLException {
        change("DELETE FROM pool_block");
        BlockStore store = new BlockStore(postgres.appDataSource());

        assertThatThrownBy(() -> store.store(List.of(Found.message(), Found.unstorable())))
                .isInstanceOf(SQLException.class);
        assertThat(ask("SELECT count(*) FROM pool_block")).isEqualTo("0");
    }

    @Test
    void a_block_ripens_and_its_final_reward_is_kept() throws SQLException {
        round(new BlockFate.Pending(1, 60));
        assertThat(row()).isEqualTo("IMMATURE 1/60 reward -");

        later(Duration.ofHours(2));
        round(new BlockFate.Matured(Money.ofAtoms(612, FakeNode.COIN)));

        assertThat(row()).isEqualTo("MATURE 60/60 reward 612");
        assertThat(node.submitted).isEmpty();
    }

    @Test
    void a_block_that_the_chain_does_not_know_is_given_to_it_again_as_it_was() throws SQLException {
        round(new BlockFate.Unknown("not there"));

        assertThat(row()).startsWith("FOUND");
        assertThat(node.submitted).hasSize(1);
        assertThat(node.submitted.get(0).bytes().hex()).isEqualTo("0a0b0c");
        assertThat(node.submitted.get(0).ref())
                .isEqualTo(Found.message().found().block().ref());
    }

    @Test
    void an_orphan_can_come_back_while_it_is_watched_and_is_left_alone_after() throws SQLException {
        round(new BlockFate.Orphaned("another block has its place"));
        assertThat(row()).startsWith("ORPHANED");

        later(Duration.ofHours(1));
        round(new BlockFate.Pending(12, 60));
        assertThat(row()).isEqualTo("IMMATURE 12/60 reward -");

        round(later(Duration.ofHours(1)), new BlockFate.Orphaned("again"));
        round(later(Duration.ofDays(2)), new BlockFate.Pending(99, 60));
        assertThat(row()).startsWith("ORPHANED");
        assertThat(node.submitted).isEmpty();
    }

    @Test
    void a_matured_block_is_lost_only_by_the_chains_certain_word() throws SQLException {
        round(new BlockFate.Pending(1, 60));
        round(later(Duration.ofHours(2)), new BlockFate.Matured(Money.ofAtoms(612, FakeNode.COIN)));
        round(later(Duration.ofHours(1)), new BlockFate.Unknown("a node that lags"));
        assertThat(row()).isEqualTo("MATURE 60/60 reward 612");

        round(later(Duration.ofHours(1)), new BlockFate.Pending(58, 60));
        assertThat(row()).isEqualTo("MATURE 60/60 reward 612");

        round(later(Duration.ofHours(1)), new BlockFate.Orphaned("another block has its place"));
        assertThat(row()).isEqualTo("ORPHANED 0/60 reward -");

        round(later(Duration.ofHours(1)), new BlockFate.Matured(Money.ofAtoms(612, FakeNode.COIN)));
        assertThat(row()).isEqualTo("MATURE 60/60 reward 612");
    }

    @Test
    void an_old_matured_block_is_never_touched_again() throws SQLException {
        round(new BlockFate.Matured(Money.ofAtoms(612, FakeNode.COIN)));
        round(later(Duration.ofHours(25)), new BlockFate.Orphaned("a lie"));

        assertThat(row()).startsWith("MATURE");
    }

    @Test
    void a_block_that_stays_unknown_is_reported_and_asked_about_for_ever() throws SQLException {
        round(later(Duration.ofDays(30)), new BlockFate.Unknown("not there"));
        int before = node.submitted.size();

        round(later(Duration.ofHours(1)), new BlockFate.Unknown("not there"));

        assertThat(node.submitted).hasSize(before + 1);
        assertThat(alarms.now().up()).isFalse();
        assertThat(alarms.now().words()).contains("toy", "height 77", "2026-03-01T12:00:00Z");
    }

    @Test
    void a_node_that_is_away_changes_nothing() throws SQLException {
        node.isAway(true);
        round(new BlockFate.Orphaned("unheard"));
        assertThat(row()).startsWith("FOUND");

        node.isAway(false);
        round(new BlockFate.Pending(1, 60));

        assertThat(row()).startsWith("IMMATURE");
    }

    @Test
    void while_another_server_asks_this_one_does_not() throws SQLException {
        locked = true;
        round(new BlockFate.Pending(1, 60));

        assertThat(row()).startsWith("FOUND");
    }

    @Test
    void blocks_of_a_closed_pool_keep_nobody_from_asking_about_the_others() throws SQLException {
        change("DELETE FROM pool_block");
        settings = Map.of("motherlode.block.asked-per-round", "1");
        new BlockStore(postgres.appDataSource()).store(List.of(Found.message(new PoolName("closed")), Found.message()));

        round(new BlockFate.Pending(1, 60));

        assertThat(ask("SELECT string_agg(pool || ' ' || state, ', ' ORDER BY pool) FROM pool_block"))
                .isEqualTo("closed FOUND, toy IMMATURE");
    }

    @Test
    void a_block_that_is_found_while_many_are_asked_about_does_not_wait_for_them() throws SQLException {
        BlockStore store = new BlockStore(postgres.appDataSource());
        store.store(List.of(Found.named("two"), Found.named("three")));
        round(new BlockFate.Unknown("refused"));
        assertThat(alarms.now().words()).isEqualTo("the chain is not known to have 3 of our blocks yet");
        later(Duration.ofHours(1));
        node.asked.clear();
        node.thinking = () -> later(Duration.ofSeconds(6));

        round(new BlockFate.Unknown("refused"));
        assertThat(node.asked).containsExactly("beef");
        store.store(List.of(Found.named("new")));
        round(new BlockFate.Unknown("refused"));

        assertThat(node.asked).containsExactly("beef", "new");
    }

    private Duration later(Duration time) {
        now = now.plus(time);
        return time;
    }

    private void round(Duration waited, BlockFate fate) {
        assertThat(waited).isPositive();
        round(fate);
    }

    private void round(BlockFate fate) {
        node.says(fate);
        Locks locks = name -> locked ? Optional.empty() : Optional.of(new Held(new Fence(name, 1), true));
        ConfirmingBlocks.Asking asking =
                new ConfirmingBlocks.Asking(node, locks, new Submitting(node, block -> {}), () -> now);
        new ConfirmingBlocks(new OpenBlocks(postgres.appDataSource()), asking, terms(), alarms).round();
    }

    private ConfirmingTerms terms() {
        try {
            return ConfirmingTerms.of(new Settings(settings));
        } catch (SettingException e) {
            throw new AssertionError(e);
        }
    }

    private static String row() throws SQLException {
        return ask("SELECT state || ' ' || confirmations || '/' || required || ' reward '"
                + " || coalesce(final_reward::text, '-') FROM pool_block");
    }

    private static String ask(String query) throws SQLException {
        try (Connection connection = postgres.ownerDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = postgres.ownerDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A lock that nobody else wants. */
    private record Held(Fence fence, boolean isAlive) implements Locks.Held {
        @Override
        public void close() {}
    }
}

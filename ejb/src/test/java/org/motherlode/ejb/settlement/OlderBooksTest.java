package org.motherlode.ejb.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OlderTables;
import org.motherlode.ejb.database.OneConnection;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/**
 * Books with money in them, of the time before pools had identities, books were checked, blocks were called settled and there
 * were other schemes. They are made today and copied into tables of then.
 */
class OlderBooksTest {
    private static final EmbeddedPostgres TODAY = EmbeddedPostgres.temporary();
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();
    private static final List<String> TABLES = List.of(
            "pool_node",
            "share_progress",
            "pool_share",
            "pool_block",
            "fence",
            "scheme_terms",
            "payout_terms",
            "ledger_account",
            "ledger_transfer",
            "block_settlement",
            "block_weight",
            "block_stage",
            "block_loss",
            "block_recall");
    private static final BigInteger REWARD = BigInteger.valueOf(1_000_003);

    private DataSource kept = OneConnection.of(TODAY.appDataSource());
    private Database database = new Database(kept);
    private Map<Long, SettledPool> pools = new LinkedHashMap<>();

    @BeforeAll
    static void migrate() {
        Migrations.run(TODAY);
        OlderTables.migrate(POSTGRES, "14");
    }

    @AfterAll
    static void end() {
        POSTGRES.close();
        TODAY.close();
    }

    @Test
    void an_upgrade_leaves_the_books_right_and_each_block_where_it_was() {
        everyFate();
        Map<Long, Optional<SettlementTask>> before = next();
        assertThat(before.values().stream().filter(Optional::isPresent)).hasSize(6);

        Map<Long, List<DocumentedSql.Line>> lines = lines();
        upgradeACopy();

        assertThat(next()).isEqualTo(before);
        assertThat(lines()).isEqualTo(lines);
        assertThat(database.list(
                        "SELECT DISTINCT t.scheme || ' ' || e.scheme || ' ' || e.unit FROM scheme_terms t"
                                + " JOIN block_settlement e ON e.pool = t.pool AND e.previous_block IS NULL"
                                + " WHERE t.window_percent = 100 AND t.donation_basis_points = 0",
                        row -> row.getString(1)))
                .containsExactly("PPLNS PPLNS WORK");
        pools.forEach((block, pool) -> {
            List<SettlementTask> due = pool.due();
            assertThat(due).isEqualTo(new Stages(database).next(block).stream().toList());
            assertThat(isSettled(block)).as("block %s, due for %s", block, due).isEqualTo(isEnded(block));
            booksAreRight(pool);
        });
        pools.values().forEach(SettledPool::settle);
        pools.forEach((block, pool) -> {
            booksAreRight(pool);
            assertThat(isSettled(block)).isEqualTo(isEnded(block));
        });
    }

    private void upgradeACopy() {
        Database then = new Database(OneConnection.of(POSTGRES.ownerDataSource()));
        TABLES.forEach(table -> OlderTables.copy(database, then, table));
        assertThat(then.list("SELECT DISTINCT filled FROM block_settlement", row -> row.getInt("filled")))
                .containsExactly(100);
        Migrations.run(POSTGRES);
        kept = OneConnection.of(POSTGRES.appDataSource());
        database = new Database(kept);
        Map<Long, SettledPool> upgraded = new LinkedHashMap<>();
        pools.forEach((block, pool) -> upgraded.put(block, pool.on(kept)));
        pools = upgraded;
    }

    /** What the documented recomputation says of each block; nothing of one that was not frozen. */
    private Map<Long, List<DocumentedSql.Line>> lines() {
        Map<Long, List<DocumentedSql.Line>> lines = new LinkedHashMap<>();
        pools.keySet().forEach(block -> lines.put(block, new DocumentedSql(database).lines(block)));
        return lines;
    }

    /** Each pool has one block. */
    private void everyFate() {
        block();
        begun(block(), Stage.ALLOT);
        run(block(), Stage.ALLOT);
        begun(matured(run(block(), Stage.ALLOT)), Stage.MATURE);
        matured(run(block(), Stage.ALLOT));
        paid();
        orphaned(block());
        orphaned(run(block(), Stage.ALLOT));
        run(orphaned(run(block(), Stage.ALLOT)), Stage.REVERSE);
        run(matured(run(orphaned(run(block(), Stage.ALLOT)), Stage.REVERSE)), Stage.MATURE);
        lost();
        run(matured(lost()), Stage.MATURE);
        begun(matured(lost()), Stage.MATURE);
    }

    private long paid() {
        long block = run(matured(run(block(), Stage.ALLOT)), Stage.MATURE);
        of(block).pays("amy", 7);
        return block;
    }

    private long lost() {
        return run(orphaned(paid()), Stage.LOSE);
    }

    private long block() {
        SettledPool pool = new SettledPool(kept, pools.size(), 100, "scale");
        pool.share("amy", BigInteger.valueOf(70));
        pool.share("bob", BigInteger.valueOf(61));
        long block = pool.block(BigInteger.valueOf(100), Optional.of(REWARD));
        pools.put(block, pool);
        return block;
    }

    private long matured(long block) {
        of(block).becomes(block, "MATURE", Optional.of(REWARD));
        return block;
    }

    private long orphaned(long block) {
        of(block).becomes(block, "ORPHANED", Optional.empty());
        return block;
    }

    private long run(long block, Stage stage) {
        of(block).run(block, stage);
        return block;
    }

    private void begun(long block, Stage stage) {
        of(block).settlement.freeze(of(block).fence, new SettlementTask(of(block).name, block, stage));
    }

    private SettledPool of(long block) {
        return Optional.ofNullable(pools.get(block)).orElseThrow();
    }

    private Map<Long, Optional<SettlementTask>> next() {
        Map<Long, Optional<SettlementTask>> next = new LinkedHashMap<>();
        pools.keySet().forEach(block -> next.put(block, new Stages(database).next(block)));
        return next;
    }

    /** Some stage was done, and nothing follows unless the chain says something else. */
    private boolean isEnded(long block) {
        List<BlockState> states = database.list(
                "SELECT b.state FROM pool_block b WHERE b.number = ?"
                        + " AND EXISTS (SELECT FROM block_stage s WHERE s.block = b.number AND s.step = 'DONE')",
                row -> BlockState.valueOf(row.getString("state")),
                block);
        boolean certain = states.contains(BlockState.MATURE) || states.contains(BlockState.ORPHANED);
        return certain && new Stages(database).next(block).isEmpty();
    }

    private boolean isSettled(long block) {
        return database.first(
                        "SELECT settled FROM pool_block WHERE number = ?", row -> row.getBoolean("settled"), block)
                .orElseThrow();
    }

    private void booksAreRight(SettledPool pool) {
        List<String> found = new ArrayList<>();
        String step = "SELECT ledger_prove(?, 5) AS words";
        for (int steps = 0; steps < 20; steps++) {
            found.addAll(database.list(step, row -> row.getString("words"), pool.name.text()));
        }
        assertThat(found).endsWith("");
    }
}

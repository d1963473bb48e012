package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** How far each block's settlement has come, and what is next. */
final class Stages {
    private static final String STATUS = "SELECT b.number, b.pool, b.state,"
            + " (s.begun @> '{ALLOT}' OR (b.state <> 'ORPHANED' AND block_is_complete(b))) AS complete, s.begun, s.done"
            + " FROM pool_block b, LATERAL (SELECT"
            + "  coalesce(array_agg(stage) FILTER (WHERE step = 'BEGUN'), '{}') AS begun,"
            + "  coalesce(array_agg(stage) FILTER (WHERE step = 'DONE'), '{}') AS done"
            + "  FROM block_stage WHERE block = b.number) s";
    private static final String UNFINISHED = " WHERE b.pool = ANY (?) AND NOT s.done @> '{MATURE}'"
            + " AND NOT (b.state = 'ORPHANED' AND (s.begun = '{}' OR s.done @> '{REVERSE}'))"
            + " ORDER BY b.found_at, b.number";

    private final Database database;

    Stages(Database database) {
        this.database = database;
    }

    List<SettlementTask> due(List<PoolName> pools) {
        String[] names = pools.stream().map(PoolName::text).toArray(String[]::new);
        return database.list(STATUS + UNFINISHED, Stages::task, (Object) names).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What this block is due for now. */
    Optional<SettlementTask> next(long block) {
        return database.first(STATUS + " WHERE b.number = ?", Stages::task, block)
                .flatMap(task -> task);
    }

    boolean has(SettlementTask task, String step) {
        return has(task.block(), task.stage(), step);
    }

    boolean has(long block, Stage stage, String step) {
        return database.first(
                        "SELECT 1 FROM block_stage WHERE block = ? AND stage = ? AND step = ?",
                        row -> true,
                        block,
                        stage.name(),
                        step)
                .isPresent();
    }

    void mark(SettlementTask task, String step, Optional<BigInteger> reward) {
        database.change(
                "INSERT INTO block_stage (block, stage, step, reward) VALUES (?, ?, ?, ?::numeric) ON CONFLICT DO NOTHING",
                task.block(),
                task.stage().name(),
                step,
                reward);
    }

    /** The final reward, fixed when {@link Stage#MATURE} began. */
    BigInteger finalReward(long block) {
        return database.first(
                        "SELECT reward FROM block_stage WHERE block = ? AND stage = 'MATURE' AND step = 'BEGUN'",
                        row -> Values.whole(row, "reward"),
                        block)
                .orElseThrow(() -> new IllegalStateException("block " + block + " has not begun to mature"));
    }

    private static Optional<SettlementTask> task(ResultSet row) throws SQLException {
        PoolName pool = new PoolName(row.getString("pool"));
        long block = row.getLong("number");
        NextStage next = new NextStage(
                BlockState.valueOf(row.getString("state")),
                row.getBoolean("complete"),
                stages(row, "begun"),
                stages(row, "done"));
        return next.stage().map(stage -> new SettlementTask(pool, block, stage));
    }

    private static Set<Stage> stages(ResultSet row, String column) throws SQLException {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (String text : Values.texts(row, column)) {
            stages.add(Stage.valueOf(text));
        }
        return stages;
    }
}

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
            + " (s.begun @> '{ALLOT}' OR (b.state <> 'ORPHANED' AND block_is_complete(b)"
            + " AND block_before_is_known(b))) AS complete, s.begun, s.done"
            + " FROM pool_block b, LATERAL (SELECT"
            + "  coalesce(array_agg(stage) FILTER (WHERE step = 'BEGUN'), '{}') AS begun,"
            + "  coalesce(array_agg(stage) FILTER (WHERE step = 'DONE'), '{}') AS done"
            + "  FROM (SELECT *, max(round) OVER () AS newest FROM block_stage WHERE block = b.number) r"
            + "  WHERE round = newest OR stage = 'ALLOT') s";
    // What settled says is a part of the rest, that an index knows: most blocks are done with.
    private static final String UNFINISHED = " WHERE b.pool = ANY (?) AND NOT b.settled"
            + " AND NOT (b.state = 'MATURE' AND s.done @> '{MATURE}' AND NOT s.begun @> '{LOSE}')"
            + " AND NOT (b.state = 'ORPHANED' AND (s.begun = '{}' OR s.done @> '{LOSE}'"
            + "  OR (s.done @> '{REVERSE}' AND NOT s.begun @> '{MATURE}')))"
            + " ORDER BY b.found_at, b.number";

    static final String BEGUN = "BEGUN";
    static final String DONE = "DONE";

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

    /** Whether the stage began and is not done. */
    boolean isUnderWay(SettlementTask task) {
        return database.first(
                        "SELECT 1 FROM block_stage b WHERE b.block = ? AND b.stage = ? AND b.step = 'BEGUN' AND NOT EXISTS ("
                                + "SELECT FROM block_stage d WHERE d.block = b.block AND d.round = b.round"
                                + " AND d.stage = b.stage AND d.step = 'DONE')",
                        row -> true,
                        task.block(),
                        task.stage().name())
                .isPresent();
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

    /** The stage begins in the newest round, or in a new one if it is a maturity after a loss. Gives the round. */
    int begin(SettlementTask task, Optional<BigInteger> reward) {
        int round =
                task.stage() == Stage.MATURE ? 1 + round(task.block(), Stage.LOSE) : round(task.block(), Stage.MATURE);
        mark(task, BEGUN, Math.max(1, round), reward);
        return Math.max(1, round);
    }

    void finish(SettlementTask task) {
        mark(task, DONE, round(task.block(), task.stage()), Optional.empty());
    }

    private void mark(SettlementTask task, String step, int round, Optional<BigInteger> reward) {
        database.change(
                "INSERT INTO block_stage (block, stage, step, round, reward) VALUES (?, ?, ?, ?, ?::numeric)"
                        + " ON CONFLICT DO NOTHING",
                task.block(),
                task.stage().name(),
                step,
                round,
                reward);
    }

    /** The newest round in which this stage began; 0 if it never did. */
    int round(long block, Stage stage) {
        return database.first(
                        "SELECT coalesce(max(round), 0) AS round FROM block_stage WHERE block = ? AND stage = ?",
                        row -> row.getInt("round"),
                        block,
                        stage.name())
                .orElseThrow();
    }

    /** The final reward, fixed when {@link Stage#MATURE} began for the first time. */
    BigInteger finalReward(long block) {
        return database.first(
                        "SELECT reward FROM block_stage WHERE block = ? AND stage = 'MATURE' AND step = 'BEGUN'"
                                + " AND round = 1",
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

package org.motherlode.ejb.settlement;

import java.util.List;
import java.util.stream.Collectors;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.settlement.Setback;

/** A block that could not be settled again and again. */
record FailingBlock(long height, Setback setback) {
    /** Once may be a database that was away for a moment. */
    private static final int AGAIN = 2;

    private static final int MOST_TOLD = 3;

    static List<FailingBlock> of(Database database, List<Setback> setbacks) {
        return setbacks.stream()
                .filter(setback -> setback.times() >= AGAIN)
                .flatMap(setback -> database
                        .first(
                                "SELECT height FROM pool_block WHERE number = ?",
                                row -> new FailingBlock(row.getLong("height"), setback),
                                setback.task().block())
                        .stream())
                .toList();
    }

    /** Whether blocks of the pool are in it, and which. */
    static Condition condition(PoolName pool, List<FailingBlock> blocks) {
        String words = blocks.stream().limit(MOST_TOLD).map(FailingBlock::words).collect(Collectors.joining("; "));
        String more = blocks.size() > MOST_TOLD ? "; and " + (blocks.size() - MOST_TOLD) + " more" : "";
        return new Condition(
                pool + ".settlement",
                blocks.isEmpty(),
                false,
                blocks.isEmpty() ? "no block fails to be settled" : words + more);
    }

    private String words() {
        return "block " + setback.task().block() + " at height " + height + " fails to be settled ("
                + setback.task().stage() + ") since " + setback.since() + ", " + setback.times() + " times in a row: "
                + setback.words();
    }
}

package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.settlement.Stage;

/** The events of all stages that a block ever had, in all its rounds. */
final class StageEvents {
    private static final String PROGRESS = "SELECT stage, round, bool_or(step = 'DONE') AS done, max(reward) AS reward"
            + " FROM block_stage WHERE block = ? GROUP BY stage, round ORDER BY round, stage";

    private final Database database;
    private final LossBook losses;
    private final Asset asset;

    StageEvents(Database database, Asset asset) {
        this.database = database;
        this.losses = new LossBook(database);
        this.asset = asset;
    }

    /**
     * A stage that has begun.
     *
     * @param reward the final one, of a maturity
     */
    record Progress(Stage stage, int round, boolean done, Optional<BigInteger> reward) {}

    List<Progress> progress(long block) {
        return database.list(
                PROGRESS,
                row -> new Progress(
                        Stage.valueOf(row.getString("stage")),
                        row.getInt("round"),
                        row.getBoolean("done"),
                        Values.maybeWhole(row, "reward")),
                block);
    }

    /** The names of all events that any stage of this block may have posted. */
    static Set<String> names(PoolName pool, long block, List<Progress> progress) {
        Set<String> names = new TreeSet<>();
        int rounds = progress.stream().mapToInt(Progress::round).max().orElse(0) + 1;
        for (Stage stage : Stage.values()) {
            for (int round = 1; round <= rounds; round++) {
                names.addAll(names(pool, block, new Progress(stage, round, false, Optional.empty())));
            }
        }
        return names;
    }

    /** Those of one stage. */
    static Set<String> names(PoolName pool, long block, Progress stage) {
        String round = stage.round() == 1 ? "" : "/" + stage.round();
        List<String> names =
                switch (stage.stage()) {
                    case ALLOT -> List.of("allot");
                    case REVERSE -> List.of("reverse");
                    case MATURE ->
                        stage.round() == 1 ? List.of("unallot", "reallot", "mature") : List.of("mature" + round);
                    case LOSE -> List.of("lose" + round);
                };
        Set<String> full = new TreeSet<>();
        names.forEach(name -> full.add("settle/" + pool + "/" + block + "/" + name));
        return full;
    }

    /** The transfers of the stages that are done. */
    List<Transfer> done(PoolName pool, long block, Frozen frozen, List<Progress> progress) {
        Optional<Money> allotted = frozen.reward().map(atoms -> new Money(atoms, asset));
        BlockTransfers first = new BlockTransfers(pool, block, frozen.window(), frozen.terms(), allotted);
        boolean reversed = progress.stream().anyMatch(stage -> stage.stage() == Stage.REVERSE && stage.done());
        List<Transfer> all = new ArrayList<>();
        for (Progress stage : progress) {
            if (stage.done()) {
                all.addAll(
                        switch (stage.stage()) {
                            case ALLOT -> first.allot();
                            case REVERSE -> first.reverse();
                            case MATURE ->
                                stage.round() == 1
                                        ? first.mature(finalReward(progress), reversed)
                                        : loss(first, frozen, progress, stage.round() - 1)
                                                .regain();
                            case LOSE ->
                                loss(first, frozen, progress, stage.round()).lose();
                        });
            }
        }
        return all;
    }

    private LossTransfers loss(BlockTransfers block, Frozen frozen, List<Progress> progress, int round) {
        Allotment matured = Allotment.of(finalReward(progress), frozen.window(), frozen.terms());
        return new LossTransfers(block.pool(), block.block(), losses.read(block.block(), round, matured));
    }

    private Money finalReward(List<Progress> progress) {
        return progress.stream()
                .filter(stage -> stage.stage() == Stage.MATURE && stage.round() == 1)
                .flatMap(stage -> stage.reward().stream())
                .map(atoms -> new Money(atoms, asset))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a block that matured has no final reward"));
    }
}

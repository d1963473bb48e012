package org.motherlode.ejb.settlement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.ledger.PostedTransfers;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** {@link Settlement} on the tables of shares, blocks and settlements. */
public final class JdbcSettlement implements Settlement {
    private static final String BEGUN = "BEGUN";
    private static final String DONE = "DONE";

    private final Database database;
    private final Coins coins;
    private final Stages stages;
    private final Freezer freezer;

    public JdbcSettlement(Database database, Coins coins) {
        this.database = database;
        this.coins = coins;
        this.stages = new Stages(database);
        this.freezer = new Freezer(database);
    }

    @Override
    public List<SettlementTask> due() {
        return stages.due(coins.all().stream().map(PoolFacts::pool).toList());
    }

    /** Also begins the task's stage: from now on it is due until it is done. Throws if the block is not due for it. */
    @Override
    public void freeze(Fence fence, SettlementTask task) {
        new Fences(database).demand(fence, "settle/" + task.pool());
        BlockRow block = lockedBlock(task);
        if (stages.has(task, BEGUN)) {
            return;
        }
        if (!stages.next(task.block()).equals(Optional.of(task))) {
            throw new IllegalStateException("block " + task.block() + " is not due for " + task.stage());
        }
        if (task.stage() == Stage.ALLOT) {
            freezer.freeze(coins.of(task.pool()), block);
        }
        if (task.stage() == Stage.MATURE && block.finalReward().isEmpty()) {
            throw new IllegalStateException("block " + task.block() + " matured without a final reward");
        }
        stages.mark(task, BEGUN, block.finalReward().filter(reward -> task.stage() == Stage.MATURE));
    }

    // Locked, so that its state and rewards cannot change between the look and the freeze.
    private BlockRow lockedBlock(SettlementTask task) {
        return database.first(
                        "SELECT " + BlockRow.COLUMNS + " FROM pool_block b WHERE b.number = ? AND b.pool = ? FOR SHARE",
                        BlockRow::read,
                        task.block(),
                        task.pool().text())
                .orElseThrow(() -> new IllegalStateException("pool " + task.pool() + " has no block " + task.block()));
    }

    @Override
    public List<Transfer> transfers(SettlementTask task) {
        if (!stages.has(task, BEGUN)) {
            throw new IllegalStateException("block " + task.block() + " was not frozen for " + task.stage());
        }
        PoolFacts pool = coins.of(task.pool());
        Frozen frozen = freezer.read(task.block())
                .orElseThrow(() -> new IllegalStateException("block " + task.block() + " has no frozen window"));
        Optional<Money> allotted = frozen.reward().map(atoms -> new Money(atoms, pool.asset()));
        BlockTransfers transfers =
                new BlockTransfers(task.pool(), task.block(), frozen.window(), frozen.terms(), allotted);
        return switch (task.stage()) {
            case ALLOT -> transfers.allot();
            case REVERSE -> transfers.reverse();
            case MATURE ->
                transfers.mature(
                        new Money(stages.finalReward(task.block()), pool.asset()),
                        stages.has(task.block(), Stage.REVERSE, DONE));
        };
    }

    /** Throws if a transfer of the task is not in the ledger. */
    @Override
    public void finish(Fence fence, SettlementTask task) {
        new Fences(database).demand(fence, "settle/" + task.pool());
        Map<UUID, Transfer> all = new LinkedHashMap<>();
        transfers(task).forEach(transfer -> all.put(transfer.id(), transfer));
        List<Transfer> missing = new PostedTransfers(database).without(all);
        if (!missing.isEmpty()) {
            throw new IllegalStateException(missing.size() + " transfers of " + task + " were not posted");
        }
        stages.mark(task, DONE, Optional.empty());
    }
}

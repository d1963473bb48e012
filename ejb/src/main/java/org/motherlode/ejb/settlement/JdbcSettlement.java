package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.ledger.JdbcLedger;
import org.motherlode.ejb.ledger.LedgerLock;
import org.motherlode.ejb.ledger.PostedTransfers;
import org.motherlode.ejb.lock.Fences;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.lock.Fence;
import org.motherlode.model.money.Money;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** {@link Settlement} on the tables of shares, blocks and settlements. */
public final class JdbcSettlement implements Settlement {
    private static final Logger LOG = Logger.getLogger(JdbcSettlement.class);

    private final Database database;
    private final Coins coins;
    private final Stages stages;
    private final Freezer freezer;
    private final LossBook losses;

    public JdbcSettlement(Database database, Coins coins) {
        this.database = database;
        this.coins = coins;
        this.stages = new Stages(database);
        this.freezer = new Freezer(database);
        this.losses = new LossBook(database);
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
        if (stages.isUnderWay(task)) {
            return;
        }
        if (stages.next(task.block()).equals(Optional.of(task))) {
            begin(fence, task, block);
        } else if (!stages.has(task, Stages.DONE)) {
            throw new IllegalStateException("block " + task.block() + " is not due for " + task.stage());
        }
    }

    private void begin(Fence fence, SettlementTask task, BlockRow block) {
        if (task.stage() == Stage.ALLOT) {
            freezer.freeze(coins.of(task.pool()), block);
        }
        if (task.stage() == Stage.MATURE) {
            requireReward(block);
        }
        int round = stages.begin(task, block.finalReward().filter(reward -> task.stage() == Stage.MATURE));
        if (task.stage() == Stage.LOSE) {
            lose(fence, task, round);
        }
    }

    // A loss is undone as it was booked, so the reward must be the one that was lost.
    private void requireReward(BlockRow block) {
        BigInteger reward = block.finalReward()
                .orElseThrow(
                        () -> new IllegalStateException("block " + block.number() + " matured without a final reward"));
        boolean lost = stages.round(block.number(), Stage.LOSE) > 0;
        if (lost && !reward.equals(stages.finalReward(block.number()))) {
            throw new IllegalStateException("block " + block.number() + " matured again with a reward of " + reward
                    + " atoms, and the books lost " + stages.finalReward(block.number()));
        }
    }

    // Posted at once, in one transaction with its fixing: a payout in between would take what the loss takes back.
    private void lose(Fence fence, SettlementTask task, int round) {
        new LedgerLock(database).take(task.pool());
        Loss loss = losses.fix(task.pool(), task.block(), round, matured(task));
        LOG.errorf(
                "%s: block %d was orphaned after it had matured: of %s atoms, %s had left the pool already",
                task.pool(), task.block(), loss.allotment().reward().atoms(), loss.lost());
        new JdbcLedger(database).post(fence, new LossTransfers(task.pool(), task.block(), loss).lose());
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
        int round = stages.round(task.block(), task.stage());
        if (round == 0) {
            throw new IllegalStateException("block " + task.block() + " was not frozen for " + task.stage());
        }
        return switch (task.stage()) {
            case ALLOT -> first(task).allot();
            case REVERSE -> first(task).reverse();
            case MATURE ->
                round == 1
                        ? first(task).mature(finalReward(task), stages.has(task.block(), Stage.REVERSE, Stages.DONE))
                        : loss(task, round - 1).regain();
            case LOSE -> loss(task, round).lose();
        };
    }

    private BlockTransfers first(SettlementTask task) {
        Frozen frozen = frozen(task);
        Optional<Money> allotted = frozen.reward()
                .map(atoms -> new Money(atoms, coins.of(task.pool()).asset()));
        return new BlockTransfers(task.pool(), task.block(), frozen.window(), frozen.terms(), allotted);
    }

    private LossTransfers loss(SettlementTask task, int round) {
        return new LossTransfers(task.pool(), task.block(), losses.read(task.block(), round, matured(task)));
    }

    private Allotment matured(SettlementTask task) {
        Frozen frozen = frozen(task);
        return Allotment.of(finalReward(task), frozen.window(), frozen.terms());
    }

    private Money finalReward(SettlementTask task) {
        return new Money(stages.finalReward(task.block()), coins.of(task.pool()).asset());
    }

    private Frozen frozen(SettlementTask task) {
        return freezer.read(task.block())
                .orElseThrow(() -> new IllegalStateException("block " + task.block() + " has no frozen window"));
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
        stages.finish(task);
    }
}

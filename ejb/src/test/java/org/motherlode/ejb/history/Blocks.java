package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.settlement.SettlementTask;
import org.motherlode.model.settlement.Stage;

/** Shares, blocks, and what becomes of them. */
final class Blocks {
    static final List<String> MINERS = List.of("a", "b", "c", "d");
    private static final int MOST_BLOCKS = 4;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<BigInteger> REWARDS = List.of(
            new BigInteger("600000000007"),
            new BigInteger("250000000000"),
            new BigInteger("5000000000000000000001"),
            BigInteger.valueOf(101));

    private final Ground ground;
    private final PaperRules rules;
    private final PaperBooks books;
    private final Tally tally;
    private final List<PaperShare> shares = new ArrayList<>();
    private final List<PaperBlock> blocks = new ArrayList<>();
    private int round;

    Blocks(Ground ground, PaperRules rules, PaperBooks books, Tally tally) {
        this.ground = ground;
        this.rules = rules;
        this.books = books;
        this.tally = tally;
    }

    void work(int which, int how) {
        share(MINERS.get(which % MINERS.size()), 1 + how);
    }

    private void share(String miner, long difficulty) {
        shares.add(new PaperShare(miner, BigInteger.valueOf(difficulty)));
        ground.whole(ports -> ports.database()
                .change(
                        "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height,"
                                + " hash) VALUES (?, ?, ?, ?, ?, ?, 'rig', ?, 100, '')",
                        ground.pool.text(),
                        Ground.NODE,
                        Ground.EPOCH,
                        ground.sequence(shares.size()),
                        newest(),
                        miner,
                        BigInteger.valueOf(difficulty)));
    }

    private Instant newest() {
        return NOON.plusSeconds(shares.size());
    }

    void find(int which, int how) {
        if (blocks.size() == MOST_BLOCKS) {
            return;
        }
        String finder = MINERS.get(how % MINERS.size());
        share(finder, 1 + which);
        BigInteger reward = REWARDS.get(which % REWARDS.size());
        Optional<BigInteger> expected = how % 5 == 0
                ? Optional.empty()
                : Optional.of(how % 5 == 1 ? reward.add(BigInteger.valueOf(13)) : reward);
        BigInteger difficulty = BigInteger.valueOf(10L + how);
        long number = ground.whole(ports -> ports.database()
                .first(
                        "INSERT INTO pool_block (pool, height, block_id, state, finder, worker, network_difficulty, asset,"
                                + " expected_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes)"
                                + " VALUES (?, ?, ?, 'IMMATURE', ?, 'rig', ?, 'XMR', ?::numeric, ?, ?, ?, ?, '')"
                                + " RETURNING number",
                        row -> row.getLong(1),
                        ground.pool.text(),
                        100 + blocks.size(),
                        ground.pool + "/" + blocks.size(),
                        finder,
                        difficulty,
                        expected,
                        Ground.NODE,
                        Ground.EPOCH,
                        ground.sequence(shares.size()),
                        newest())
                .orElseThrow());
        PaperDivision.Window window =
                PaperDivision.Window.of(rules, new PaperDivision.Found(finder, List.copyOf(shares), round, difficulty));
        round = shares.size();
        blocks.add(new PaperBlock(number, expected, reward, rules, window));
    }

    void chainSays(int which, String state) {
        if (blocks.isEmpty()) {
            return;
        }
        PaperBlock block = blocks.get(which % blocks.size());
        block.becomes(state);
        ground.whole(ports -> ports.database()
                .change(
                        "UPDATE pool_block SET state = ?, final_reward = ?::numeric WHERE number = ?",
                        state,
                        state.equals("MATURE") ? Optional.of(block.reward()) : Optional.empty(),
                        block.number));
    }

    /** All that is due, as the timer and the job do. */
    void settle(boolean broken) {
        for (List<SettlementTask> due = due(); !due.isEmpty(); due = due()) {
            run(due.get(0), broken);
        }
    }

    void oneStage(int which, boolean broken) {
        List<SettlementTask> due = due();
        if (!due.isEmpty()) {
            run(due.get(which % due.size()), broken);
        }
    }

    /** What is due is what is due on paper. */
    private List<SettlementTask> due() {
        List<SettlementTask> due = ground.whole(ports -> ports.settlement().due());
        TreeSet<String> expected = new TreeSet<>();
        blocks.forEach(block -> block.due().ifPresent(stage -> expected.add(block.number + " " + stage)));
        TreeSet<String> told = new TreeSet<>();
        due.forEach(task -> told.add(task.block() + " " + task.stage()));
        assertThat(told).as("stages that are due").isEqualTo(expected);
        return due;
    }

    private void run(SettlementTask task, boolean broken) {
        PaperBlock block = begin(task, broken);
        book(task, block, broken, Integer.MAX_VALUE);
        ground.whole(broken, ports -> {
            ports.settlement().finish(ground.settling(), task);
            return task;
        });
        block.end(books);
        tally.add("stage " + task.stage());
    }

    /** The process dies behind the freeze, or behind some of the transfers; then the chain may change its mind. */
    void halfAStage(int which, int how, boolean broken) {
        List<SettlementTask> due = due();
        if (!due.isEmpty()) {
            SettlementTask task = due.get(which % due.size());
            PaperBlock block = begin(task, broken);
            book(task, block, broken, how % 4);
            tally.add("half a stage " + task.stage());
        }
    }

    private PaperBlock begin(SettlementTask task, boolean broken) {
        PaperBlock block = blocks.stream()
                .filter(one -> one.number == task.block())
                .findFirst()
                .orElseThrow();
        ground.whole(broken, ports -> {
            ports.settlement().freeze(ground.settling(), task);
            return task;
        });
        block.begin(task.stage(), books);
        return block;
    }

    /** So many of the stage's transfers. */
    private void book(SettlementTask task, PaperBlock block, boolean broken, int most) {
        List<Transfer> booked = ground.whole(broken, ports -> {
            List<Transfer> all = ports.settlement().transfers(task);
            List<Transfer> some = all.subList(0, Math.min(most, all.size()));
            ports.ledger().post(ground.settling(), some);
            return some;
        });
        String prefix = "settle/" + ground.pool + "/" + task.block() + "/";
        block.booked(booked.stream().map(transfer -> Move.of(transfer, prefix)).toList(), books);
        if (task.stage() == Stage.LOSE && most > booked.size()) {
            assertThat(booked)
                    .as("transfers of a loss")
                    .hasSize(block.moves(task.stage()).size());
        }
    }
}

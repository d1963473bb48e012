package org.motherlode.ejb.books;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.books.WalletBooking;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletRecords;
import org.motherlode.model.pool.PoolName;

/**
 * I8: each reward that the wallet can spend is of a block of the pool, with its amount, or booked by a person; and each matured
 * block's reward is in the wallet. Nothing is booked here.
 */
final class IncomeCheck {
    private static final String BLOCKS = "SELECT number, height, block_id, state, final_reward FROM pool_block"
            + " WHERE pool = ? AND height > ? AND height <= ? ORDER BY number";

    private final Database database;
    private final PoolName pool;
    private final Asset asset;
    private final Findings findings;

    IncomeCheck(Database database, PoolName pool, Asset asset) {
        this.database = database;
        this.pool = pool;
        this.asset = asset;
        this.findings = new Findings(pool, Invariant.INCOME);
    }

    private record Block(long number, long height, String id, String state, Optional<BigInteger> reward) {
        boolean isMature() {
            return state.equals("MATURE");
        }
    }

    /** What moved above one height and up to another. */
    record Page(long low, long high, List<WalletMovement> moved) {
        private List<WalletMovement> mined() {
            return moved.stream()
                    .filter(movement -> movement.kind() == WalletMovement.Kind.MINED
                            && movement.height().isPresent())
                    .toList();
        }
    }

    void page(Page page, WalletRecords records) throws NodeUnavailableException {
        List<WalletMovement> mined = page.mined();
        List<Block> blocks = database.list(
                BLOCKS,
                row -> new Block(
                        row.getLong("number"),
                        row.getLong("height"),
                        row.getString("block_id"),
                        row.getString("state"),
                        Values.maybeWhole(row, "final_reward")),
                pool.text(),
                page.low(),
                page.high());
        Map<String, BookedMovements.Booked> booked = new BookedMovements(database, pool).of(BookedMovements.ids(mined));
        for (WalletMovement movement : mined) {
            long height = movement.height().getAsLong();
            List<Block> there =
                    blocks.stream().filter(block -> block.height() == height).toList();
            Optional<BookedMovements.Booked> booking = Optional.ofNullable(booked.get(movement.transactionId()));
            if (movement.settled() && !isBooked(movement, booking)) {
                compare(movement, there, records);
            }
        }
        blocks.stream()
                .filter(block -> block.isMature()
                        && mined.stream()
                                .noneMatch(movement -> movement.height().getAsLong() == block.height()))
                .forEach(this::isMissing);
    }

    private static boolean isBooked(WalletMovement movement, Optional<BookedMovements.Booked> booking) {
        return booking.filter(its -> its.isKnown()
                        || (its.kind() == WalletBooking.Kind.DEPOSIT
                                && its.amount().equals(movement.amount().atoms())))
                .isPresent();
    }

    private void compare(WalletMovement movement, List<Block> there, WalletRecords records)
            throws NodeUnavailableException {
        Optional<Block> mature = there.stream().filter(Block::isMature).findFirst();
        if (mature.isPresent()) {
            if (!mature.get().reward().equals(Optional.of(movement.amount().atoms()))) {
                findings.add("block " + mature.get().number() + " at height "
                        + mature.get().height() + " brought the wallet "
                        + movement.amount().display() + ", and its final reward in the books is "
                        + mature.get().reward().map(this::show).orElse("not known"));
            }
        } else if (there.stream().noneMatch(block -> block.state().equals("IMMATURE"))) {
            missed(movement, there, records.block(movement.height().getAsLong()));
        }
    }

    // One that is only found as yet is asked about soon.
    private void missed(WalletMovement movement, List<Block> there, Optional<String> id) {
        Optional<Block> same = there.stream()
                .filter(block -> id.equals(Optional.of(block.id())))
                .findFirst();
        if (same.filter(block -> block.state().equals("FOUND")).isPresent()) {
            return;
        }
        findings.add("the wallet received " + movement.amount().display() + " of the block at height "
                + movement.height().getAsLong() + ", " + id.orElse("whose hash is not known") + " (transaction "
                + movement.transactionId() + "), and "
                + same.map(block -> "block " + block.number() + " of the pool, which it is, is " + block.state())
                        .orElse("no block of the pool is that"));
    }

    private void isMissing(Block block) {
        boolean known = new BookedMovements(database, pool)
                .of(List.of(block.id())).values().stream().anyMatch(BookedMovements.Booked::isKnown);
        if (!known) {
            findings.add("block " + block.number() + " at height " + block.height() + " is mature in the books with "
                    + block.reward().map(this::show).orElse("a reward that is not known")
                    + ", and the wallet received nothing of a block at that height");
        }
    }

    private String show(BigInteger atoms) {
        return new Money(atoms, asset).display();
    }

    List<String> broken() {
        return findings.all();
    }
}

package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.motherlode.ejb.database.Values;
import org.motherlode.ejb.terms.SchemeColumns;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockAudit.Standing;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.ShareNumber;

/**
 * A row of a block whose window is frozen and allotted.
 *
 * @param undivided the block's audit without its division
 * @param division the newest that was posted; empty while no reward is known
 */
record DividedBlock(BlockAudit undivided, Optional<Event> division) {
    static final String SQL = "SELECT b.number, b.height, b.block_id, b.state, b.finder, b.found_at,"
            + " b.network_difficulty, b.expected_reward, b.final_reward, b.settled, e.reward, e.unit, e.size, e.filled,"
            + " e.edge_accepted_at, e.edge_node, e.edge_epoch, e.edge_sequence, e.edge_counted,"
            + " e.last_accepted_at, e.last_node, e.last_epoch, e.last_sequence, e.weights_sha256,"
            + " e.previous_block, p.found_at AS previous_accepted_at, p.watermark_node AS previous_node,"
            + " p.watermark_epoch AS previous_epoch, p.watermark_sequence AS previous_sequence, "
            + SchemeColumns.NAMES
            + ", s.*, m.matured_reward, w.*"
            + " FROM pool_block b JOIN block_settlement e ON e.block = b.number"
            + " LEFT JOIN pool_block p ON p.number = e.previous_block"
            + " JOIN scheme_terms t ON t.pool = e.pool AND t.version = e.terms_version,"
            + " LATERAL (SELECT count(*) AS owners, coalesce(sum(weight), 0) AS weight"
            + "  FROM block_weight WHERE block = b.number) w,"
            + " LATERAL (SELECT bool_or(stage = 'ALLOT') AS allotted, bool_or(stage = 'REVERSE') AS reversed,"
            + "  coalesce(max(round) FILTER (WHERE stage = 'MATURE'), 0) AS matured,"
            + "  coalesce(max(round) FILTER (WHERE stage = 'LOSE'), 0) AS lost"
            + "  FROM block_stage WHERE block = b.number AND step = 'DONE') s,"
            + " LATERAL (SELECT max(reward) FILTER (WHERE round = 1) AS matured_reward"
            + "  FROM block_stage WHERE block = b.number AND stage = 'MATURE' AND step = 'BEGUN') m"
            + " WHERE b.pool = ? AND b.number = ? AND s.allotted";

    /**
     * A division that was posted.
     *
     * @param name without pool and block
     * @param reward that it divided, in atoms
     */
    record Event(String name, Standing standing, BigInteger reward) {}

    /** What the ledger has of an event. */
    @FunctionalInterface
    interface Posted {
        BigInteger atoms(PoolName pool, String event, AccountKind to);
    }

    /** As settlement names the events of a block. */
    static String event(PoolName pool, long block, String name) {
        return "settle/" + pool + "/" + block + "/" + name;
    }

    static DividedBlock read(ResultSet row, OpenPool pool) throws SQLException {
        return new DividedBlock(
                new BlockAudit(
                        pool.name(),
                        pool.chain().id(),
                        pool.chain().asset(),
                        block(row),
                        SchemeColumns.read(row).terms(),
                        window(row),
                        Optional.empty(),
                        row.getBoolean("settled")),
                event(row));
    }

    private static BlockAudit.Block block(ResultSet row) throws SQLException {
        return new BlockAudit.Block(
                row.getLong("number"),
                row.getLong("height"),
                row.getString("block_id"),
                BlockState.valueOf(row.getString("state")),
                row.getString("finder"),
                Values.instant(row, "found_at"),
                Values.whole(row, "network_difficulty"),
                Values.maybeWhole(row, "expected_reward"),
                Values.maybeWhole(row, "final_reward"));
    }

    private static BlockAudit.Window window(ResultSet row) throws SQLException {
        Optional<BigInteger> counted = Values.maybeWhole(row, "edge_counted");
        return new BlockAudit.Window(
                extent(row),
                Values.whole(row, "weight"),
                place(row, "last_"),
                counted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BlockAudit.Edge(place(row, "edge_"), counted.get())),
                row.getInt("owners"),
                row.getString("weights_sha256"));
    }

    private static BlockAudit.Extent extent(ResultSet row) throws SQLException {
        Optional<Long> previous = Optional.ofNullable(row.getObject("previous_block", Long.class));
        return new BlockAudit.Extent(
                BlockAudit.Unit.valueOf(row.getString("unit")),
                Values.whole(row, "size"),
                Values.whole(row, "filled"),
                previous.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new BlockAudit.Previous(previous.get(), place(row, "previous_"))));
    }

    private static BlockAudit.Place place(ResultSet row, String prefix) throws SQLException {
        return new BlockAudit.Place(
                Values.instant(row, prefix + "accepted_at"),
                new ShareNumber(
                        row.getInt(prefix + "node"), row.getLong(prefix + "epoch"), row.getLong(prefix + "sequence")));
    }

    // At maturity a reward that was allotted and still stands is not divided again.
    private static Optional<Event> event(ResultSet row) throws SQLException {
        Optional<BigInteger> allotted = Values.maybeWhole(row, "reward");
        boolean reversed = row.getBoolean("reversed");
        int matured = row.getInt("matured");
        if (matured == 0) {
            Standing standing = reversed ? Standing.REVERSED : Standing.IMMATURE;
            return allotted.map(reward -> new Event("allot", standing, reward));
        }
        BigInteger reward = Values.whole(row, "matured_reward");
        boolean stands = !reversed && allotted.equals(Optional.of(reward));
        Standing standing = row.getInt("lost") < matured ? Standing.MATURE : Standing.LOST;
        return Optional.of(new Event(stands ? "allot" : "reallot", standing, reward));
    }

    BlockAudit audit(Posted posted) {
        return undivided.with(division.map(event -> {
            String name = event(undivided.pool(), undivided.block().id(), event.name());
            return new BlockAudit.Division(
                    event.name(),
                    event.standing(),
                    event.reward(),
                    posted.atoms(undivided.pool(), name, AccountKind.FEES),
                    posted.atoms(undivided.pool(), name, AccountKind.CARRY),
                    BlockAudit.Gifts.of(new Money(event.reward(), undivided.asset()), undivided.terms()));
        }));
    }
}

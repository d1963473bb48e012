package org.motherlode.bench.settle;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ctl.process.Waiting;

/**
 * Shares and blocks that nobody found, written as the tables' owner. They are of a node that is retired, so what the server
 * knows of its own life has no part in it, and of heights that the chain has not reached, so it says nothing of them. What an earlier bench left in the tables is older.
 */
final class CrowdedWindow {
    private static final String POOL = "bench";
    private static final short NODE = 99;
    /** Of 1000 to 1999, rounded down: about. */
    private static final BigInteger MEAN_DIFFICULTY = BigInteger.valueOf(1_499);

    private static final long PIECE = 250_000;
    private static final Duration BETWEEN_SHARES = Duration.ofMillis(2);
    private static final Duration SETTLING = Duration.ofMinutes(15);
    private static final BigDecimal REWARD = new BigDecimal("600000000000");

    // A miner's n-th share is not always as hard as the next one's. An address is 95 characters long, as Monero's are.
    private static final String SHARES = "INSERT INTO motherlode.pool_share"
            + " (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
            + " SELECT ?, ?, ?, n, ? + n * interval '2 milliseconds', m.miner, 'rig', 1000 + n % 1000, 1,"
            + " decode(lpad(to_hex(n), 64, '0'), 'hex') FROM generate_series(?, ?) n,"
            + " LATERAL (SELECT n * 48271 % 2147483647 % ? AS number) k, LATERAL (SELECT '4' || left(translate("
            + " md5(k.number::text) || md5(k.number || 'a') || md5(k.number || 'b'), '0', '1'), 94) AS miner) m";
    private static final String BLOCK =
            "INSERT INTO motherlode.pool_block (pool, height, block_id, state, finder, worker,"
                    + " network_difficulty, asset, expected_reward, watermark_node, watermark_epoch, watermark_sequence, found_at, bytes)"
                    + " SELECT pool, 100000000 + sequence, lpad(epoch || '.' || sequence, 64, '0'), 'IMMATURE', miner, worker, ?, 'XMR', ?,"
                    + " node, epoch, sequence, accepted_at, '\\x00' FROM motherlode.pool_share"
                    + " WHERE pool = ? AND node = ? AND epoch = ? AND sequence = ? AND accepted_at = ?"
                    + " RETURNING number";
    private static final String DONE = "SELECT b.at, d.at FROM motherlode.block_stage b JOIN motherlode.block_stage d"
            + " ON d.block = b.block AND d.stage = b.stage AND d.step = 'DONE'"
            + " WHERE b.block = ? AND b.stage = 'ALLOT' AND b.step = 'BEGUN'";

    private static final String PERCENT =
            "SELECT window_percent FROM motherlode.scheme_terms WHERE pool = ?" + " ORDER BY version DESC LIMIT 1";

    private final DataSource owner;
    private final SettleSettings settings;
    private final Instant start;
    private long last;

    /** The newest share of all that will ever be is a minute old when the first of them are written. */
    CrowdedWindow(DataSource owner, SettleSettings settings) {
        this.owner = owner;
        this.settings = settings;
        long all = settings.shares() + (long) settings.blocks() * settings.moved();
        this.start = Instant.ofEpochSecond(
                Instant.now().minus(BETWEEN_SHARES.multipliedBy(all)).getEpochSecond() - 60);
    }

    /** When a block's division began and when it was in the ledger, both by the database's clock. */
    record Division(Instant began, Instant ended) {}

    void retireNode() throws IOException {
        with(
                "INSERT INTO motherlode.pool_node (node, retired) VALUES (?, true) ON CONFLICT DO NOTHING",
                PreparedStatement::executeUpdate,
                NODE);
    }

    /** So many shares more. */
    void add(long count) throws IOException {
        long end = last + count;
        while (last < end) {
            long piece = Math.min(end, last + PIECE);
            with(
                    SHARES,
                    PreparedStatement::executeUpdate,
                    POOL,
                    NODE,
                    start.getEpochSecond(),
                    start.atOffset(ZoneOffset.UTC),
                    last + 1,
                    piece,
                    settings.miners());
            last = piece;
        }
        with(
                "ANALYZE motherlode.pool_share, motherlode.share_slice, motherlode.share_slice_miner",
                PreparedStatement::execute);
    }

    /** The newest share found a block, whose window has as many shares as is wanted, about. Gives its number. */
    long find() throws IOException {
        BigInteger work = BigInteger.valueOf(settings.shares()).multiply(MEAN_DIFFICULTY);
        BigInteger difficulty = work.multiply(BigInteger.valueOf(100)).divide(windowPercent());
        Instant foundAt = start.plus(BETWEEN_SHARES.multipliedBy(last));
        return with(
                        BLOCK,
                        CrowdedWindow::number,
                        new BigDecimal(difficulty),
                        REWARD,
                        POOL,
                        NODE,
                        start.getEpochSecond(),
                        last,
                        foundAt.atOffset(ZoneOffset.UTC))
                .longValueExact();
    }

    /** The pool's window in percent of a block's difficulty. */
    private BigInteger windowPercent() throws IOException {
        return with(PERCENT, CrowdedWindow::number, POOL).toBigIntegerExact();
    }

    /** Waits until the block is divided and all that follows from it is in the ledger. */
    Division await(long block) throws IOException, InterruptedException {
        if (!Waiting.until(SETTLING, () -> division(block).isPresent())) {
            throw new IOException("after " + SETTLING + " block " + block + " is not divided");
        }
        return division(block).orElseThrow();
    }

    private Optional<Division> division(long block) throws IOException {
        return with(
                DONE,
                statement -> {
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next() ? Optional.of(new Division(time(rows, 1), time(rows, 2))) : Optional.empty();
                    }
                },
                block);
    }

    /** Miners that the block credits. */
    long credited(long block) throws IOException {
        return with("SELECT count(*) FROM motherlode.block_weight WHERE block = ?", CrowdedWindow::number, block)
                .longValueExact();
    }

    private static Instant time(ResultSet rows, int column) throws SQLException {
        return rows.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static BigDecimal number(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("there is no row");
            }
            return rows.getBigDecimal(1);
        }
    }

    private interface Work<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T with(String sql, Work<T> work, Object... values) throws IOException {
        try (Connection connection = owner.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                statement.setObject(index + 1, values[index]);
            }
            return work.of(statement);
        } catch (SQLException e) {
            throw new IOException("the database does not do it: " + e.getMessage(), e);
        }
    }
}

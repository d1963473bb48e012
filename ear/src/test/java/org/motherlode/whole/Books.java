package org.motherlode.whole;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.motherlode.ctl.postgres.EmbeddedPostgres;

/** Asks the pool's database what it knows, as an auditor would. */
record Books(EmbeddedPostgres database) {
    long shares() throws IOException {
        return number("SELECT count(*) FROM pool_share").longValueExact();
    }

    /** Rows whose hash another row has; in one statement, because shares may still be coming. */
    long doubledShares() throws IOException {
        return number("SELECT count(*) - count(DISTINCT hash) FROM pool_share").longValueExact();
    }

    long sharesOf(String pool, String miner) throws IOException {
        return number("SELECT count(*) FROM pool_share WHERE pool = ? AND miner = ?", pool, miner)
                .longValueExact();
    }

    /** By how much the counts by day differ from the shares; in one statement, because shares may still be coming. */
    long miscountedByDay() throws IOException {
        return number("SELECT (SELECT count(*) FROM pool_share) - (SELECT coalesce(sum(shares), 0) FROM share_day)")
                .longValueExact();
    }

    long blocksOfState(String state) throws IOException {
        return number("SELECT count(*) FROM pool_block WHERE state = ?", state).longValueExact();
    }

    /** Blocks in whose windows shares may be missing that some node still has. */
    long incompleteBlocks() throws IOException {
        return number("SELECT count(*) FROM pool_block b WHERE NOT block_is_complete(b)")
                .longValueExact();
    }

    /** Blocks whose fate is not yet known, or not yet booked. */
    long unsettled() throws IOException {
        return number(
                        "SELECT count(*) FROM pool_block b WHERE state <> 'ORPHANED' AND NOT EXISTS"
                                + " (SELECT FROM block_stage s WHERE s.block = b.number AND stage = 'MATURE' AND step = 'DONE')")
                .longValueExact();
    }

    long payoutsOfState(String state) throws IOException {
        return number("SELECT count(*) FROM payout_batch WHERE state = ?", state)
                .longValueExact();
    }

    long openPayouts() throws IOException {
        return number("SELECT count(*) FROM payout_batch WHERE state NOT IN ('CONFIRMED', 'RELEASED')")
                .longValueExact();
    }

    /** What all confirmed payouts have cost: atoms. */
    BigInteger networkFees() throws IOException {
        return number("SELECT coalesce(sum(network_fee), 0) FROM payout_batch WHERE state = 'CONFIRMED'");
    }

    /** The transaction of the one payout that the chain has shown and that is not final. */
    String transactionOnItsWay() throws IOException {
        return text("SELECT transaction_id FROM payout_batch WHERE state = 'SENT'");
    }

    /** Each payout's number, state, when that began and why, for whoever reads why a test failed. */
    String payouts() throws IOException {
        return text(
                "SELECT coalesce(string_agg(concat_ws(' ', number, state, changed_at, words), '; ' ORDER BY number),"
                        + " 'none') FROM payout_batch");
    }

    /** Invariants of which something is known to be broken. */
    long brokenInvariants() throws IOException {
        return number("SELECT count(*) FROM books_result WHERE broken <> ''").longValueExact();
    }

    /** Invariants that were looked at since the last payout was confirmed. */
    long invariantsCheckedAtLast() throws IOException {
        return number("SELECT count(*) FROM books_result WHERE checked_at >"
                        + " (SELECT max(changed_at) FROM payout_batch WHERE state = 'CONFIRMED')")
                .longValueExact();
    }

    /** Messages that could not be stored and that nobody has decided on. */
    long openLetters() throws IOException {
        return number("SELECT count(*) FROM dead_letter WHERE ended IS NULL").longValueExact();
    }

    /** Lives of nodes of which shares are missing. */
    long gaps() throws IOException {
        return number("SELECT count(*) FROM share_progress WHERE complete_sequence < highest_sequence")
                .longValueExact();
    }

    BigInteger sumOfBalances() throws IOException {
        return number("SELECT coalesce(sum(balance), 0) FROM ledger_balance");
    }

    /** Those of these hashes (hex) that are stored not exactly once, at most ten. */
    List<String> notStoredOnce(Collection<String> hashes) throws IOException {
        String sql = "SELECT t.hash FROM unnest(?::text[]) AS t(hash) LEFT JOIN pool_share s"
                + " ON s.hash = decode(t.hash, 'hex') GROUP BY t.hash HAVING count(s.hash) <> 1 LIMIT 10";
        try (Connection connection = database.appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", hashes.toArray()));
            List<String> wrong = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    wrong.add(rows.getString(1));
                }
            }
            return wrong;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** The same of one pool. */
    BigInteger balanceOf(String kind, String pool) throws IOException {
        return number(
                "SELECT coalesce(sum(v.balance), 0) FROM ledger_balance v JOIN ledger_account a ON a.number = v.account"
                        + " WHERE a.kind = ? AND a.pool = ?",
                kind,
                pool);
    }

    /** Over all accounts of a kind, for example {@code wallet}: atoms. */
    BigInteger balanceOf(String kind) throws IOException {
        return number("SELECT coalesce(sum(balance), 0) FROM ledger_balance WHERE kind = ?", kind);
    }

    /** Miners to whom at least this many atoms are to be paid. */
    long due(BigInteger atoms) throws IOException {
        return number(
                        "SELECT count(*) FROM ledger_balance WHERE kind = 'miner:payable' AND balance >= ?",
                        new BigDecimal(atoms))
                .longValueExact();
    }

    BigInteger paidTo(String miner) throws IOException {
        return number(
                "SELECT coalesce(sum(i.amount), 0) FROM payout_item i JOIN payout_batch b ON b.number = i.batch"
                        + " WHERE b.state = 'CONFIRMED' AND i.miner = ?",
                miner);
    }

    /** The first column of the first row, or an exception if there is none. */
    private String text(String sql) throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            if (!rows.next()) throw new IOException("no row for " + sql);
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private BigInteger number(String sql, Object... parameters) throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getBigDecimal(1).toBigIntegerExact();
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

package org.motherlode.ctl.backup;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps a restored database from paying again what was paid after the backup was taken, of which it knows nothing: every pool's
 * payouts are paused until a person has compared them with the wallet. A payout that was only reserved then may have been signed
 * and sent since; a paused pool would still have it signed, and so it goes to review. One whose signed transaction is stored
 * is safe: sent again, it is the same payment.
 */
record PausedPayouts(Sql sql, Instant takenAt) {

    /** Gives a line for each pool and payout. */
    List<String> pause() throws SQLException {
        String why = "restored from a backup of " + takenAt;
        List<String> columns = new Catalog(sql).columns("payout_terms");
        List<String> paused = sql.list(
                "INSERT INTO payout_terms (" + String.join(", ", columns) + ") SELECT DISTINCT ON (pool) "
                        + columns.stream().map(PausedPayouts::next).collect(Collectors.joining(", "))
                        + " FROM payout_terms ORDER BY pool, version DESC RETURNING pool",
                row -> "payouts of pool " + row.getString("pool") + " are paused",
                why);
        List<String> reviewed = sql.list(
                "UPDATE payout_batch SET state = 'REVIEW', words = ? WHERE state = 'RESERVED' RETURNING number, pool",
                row -> "payout " + row.getLong("number") + " of pool " + row.getString("pool")
                        + " was reserved and is in review now",
                why + ", where it was only reserved: it may have been signed and sent since. Look into the wallet, then"
                        + " release it");
        return Stream.concat(paused.stream(), reviewed.stream()).sorted().toList();
    }

    /** What a column of the terms is in the next version; all that is not said here stays. */
    private static String next(String column) {
        return switch (column) {
            case "version" -> "version + 1";
            case "effective_from", "created_at" -> "now()";
            case "paused" -> "true";
            case "actor" -> "'restore'";
            case "reason" -> "?";
            default -> column;
        };
    }
}

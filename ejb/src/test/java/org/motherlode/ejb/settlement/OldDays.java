package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.motherlode.ejb.database.Database;

/** Days of shares that are 80, 70, 60 and 50 days old, and their end. */
record OldDays(Database owner, Database application, LocalDate today) {
    static final List<Integer> AGES = List.of(80, 70, 60, 50);
    private static final int KEEP_DAYS = 7;

    void make() {
        AGES.forEach(this::make);
    }

    private void make(int age) {
        owner.change("CREATE TABLE pool_share_" + table(age) + " PARTITION OF pool_share FOR VALUES FROM ('" + day(age)
                + " 00:00:00+00') TO ('" + day(age - 1) + " 00:00:00+00')");
        owner.change("CREATE TABLE share_batch_" + table(age) + " PARTITION OF share_batch FOR VALUES FROM ('"
                + day(age) + "') TO ('" + day(age - 1) + "')");
    }

    LocalDate day(int age) {
        return today.minusDays(age);
    }

    /** Of the day of that age. */
    Instant noon(int age) {
        return day(age).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    String table(int age) {
        return day(age).toString().replace("-", "");
    }

    /** What was dropped of days that are older than a week, or why nothing was; empty if there is no such day. */
    String drop(List<String> open, BigInteger difficulty, int windows) {
        return application
                .first(
                        "SELECT coalesce('dropped ' || dropped, why) FROM share_day_drop(?, ?, ?, ?::numeric[])",
                        row -> row.getString(1),
                        KEEP_DAYS,
                        windows,
                        open.toArray(String[]::new),
                        open.stream().map(name -> difficulty.toString()).toArray(String[]::new))
                .orElseThrow();
    }

    /** The versions' columns: scheme, percent, shares, unfilled. */
    void terms(String pool, int version, String columns) {
        owner.change(
                "INSERT INTO scheme_terms (pool, version, effective_from_height, scheme, window_percent, window_shares,"
                        + " unfilled, fee_basis_points, finder_bonus_basis_points, donation_basis_points, actor, reason)"
                        + " VALUES (?, ?, 0, " + columns + ", 100, 0, 0, 'test', 'test')",
                pool,
                version);
    }
}

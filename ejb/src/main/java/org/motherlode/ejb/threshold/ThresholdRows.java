package org.motherlode.ejb.threshold;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.pool.PoolName;

/** Reads and writes {@code miner_threshold} and {@code threshold_seal}. */
final class ThresholdRows {
    private static final String OF = " FROM miner_threshold WHERE pool = ? AND miner = ?";
    private static final String COLUMNS = "threshold, created_at, effective_at, proof";
    private static final int MOST_SHOWN = 50;

    private final Database database;

    ThresholdRows(Database database) {
        this.database = database;
    }

    /** The key by which all servers on this database know their challenges; the first who asks makes it. */
    Octets sealKey() {
        return readKey().orElseGet(() -> {
            byte[] key = new byte[ChallengeSeal.KEY_BYTES];
            new SecureRandom().nextBytes(key);
            database.change("INSERT INTO threshold_seal (key) VALUES (?) ON CONFLICT DO NOTHING", key);
            return readKey().orElseThrow();
        });
    }

    private Optional<Octets> readKey() {
        return database.first("SELECT key FROM threshold_seal", row -> Octets.of(row.getBytes("key")));
    }

    /** Whether the books have an account of this address. Who only logs in has none, and makes no rows. */
    boolean knows(PoolName pool, MinerAddress miner) {
        return database.first(
                        "SELECT number FROM ledger_account WHERE pool = ? AND owner = ? LIMIT 1",
                        row -> row.getLong("number"),
                        pool.text(),
                        miner.text())
                .isPresent();
    }

    /** Until the end of the transaction nobody else changes this address. */
    void lock(PoolName pool, MinerAddress miner) {
        database.list(
                "SELECT pg_advisory_xact_lock(hashtextextended('motherlode/threshold/' || ?, 0))",
                row -> true,
                pool + "/" + miner);
    }

    boolean isUsed(String token) {
        return database.first("SELECT number FROM miner_threshold WHERE token = ?", row -> row.getLong("number"), token)
                .isPresent();
    }

    /** What the newest row says whose time has come. */
    Optional<Money> own(PoolName pool, MinerAddress miner, Asset asset) {
        return database.first(
                "SELECT threshold" + OF + " AND effective_at <= now() ORDER BY number DESC LIMIT 1",
                row -> new Money(Values.whole(row, "threshold"), asset),
                pool.text(),
                miner.text());
    }

    List<ThresholdChange> newest(PoolName pool, MinerAddress miner, Asset asset) {
        return database.list(
                "SELECT " + COLUMNS + OF + " ORDER BY number DESC LIMIT " + MOST_SHOWN,
                row -> read(row, asset),
                pool.text(),
                miner.text());
    }

    /** When this address may be changed again, if not now. An operator's row does not count. */
    Optional<Instant> notBefore(PoolName pool, MinerAddress miner, Duration between) {
        return database.first(
                "SELECT created_at + make_interval(secs => ?) AS again FROM miner_threshold WHERE pool = ? AND miner = ?"
                        + " AND proof = 'SIGNATURE' AND created_at > now() - make_interval(secs => ?)"
                        + " ORDER BY number DESC LIMIT 1",
                row -> Values.instant(row, "again"),
                between.toSeconds(),
                pool.text(),
                miner.text(),
                between.toSeconds());
    }

    /** Throws if the token was used before. */
    ThresholdChange add(ThresholdChallenge signed, ThresholdProof proof, Duration waits) {
        Asset asset = signed.threshold().asset();
        return database.first(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, effective_at, proof, token, signed_text,"
                                + " signature, network) VALUES (?, ?, ?, ?, now() + make_interval(secs => ?), 'SIGNATURE', ?,"
                                + " ?, ?, ?) RETURNING " + COLUMNS,
                        row -> read(row, asset),
                        signed.pool().text(),
                        signed.miner().text(),
                        asset.code(),
                        signed.threshold().atoms(),
                        waits.toSeconds(),
                        signed.token(),
                        signed.text(),
                        proof.signature(),
                        proof.network())
                .orElseThrow();
    }

    private static ThresholdChange read(ResultSet row, Asset asset) throws SQLException {
        return new ThresholdChange(
                new Money(Values.whole(row, "threshold"), asset),
                Values.instant(row, "created_at"),
                Values.instant(row, "effective_at"),
                ThresholdChange.Proof.valueOf(row.getString("proof")));
    }
}

package org.motherlode.ejb.threshold;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.OneTransaction;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.SignedTexts;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.payout.ThresholdView;
import org.motherlode.model.payout.Thresholds;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;

/** A pool of its own in the database, whose miners amy and bob may change their thresholds between 0.1 and 1 XMR. */
final class Desk {
    static final Asset XMR = new Asset("XMR", 12);
    static final MinerAddress AMY = new MinerAddress("amy");
    static final MinerAddress BOB = new MinerAddress("bob");
    /** Who never had a part of a block. */
    static final MinerAddress STRANGER = new MinerAddress("stranger");

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final ThresholdTerms TERMS =
            new ThresholdTerms(Duration.ofMinutes(30), Duration.ofHours(24), Duration.ofHours(24), 2);

    private final DataSource source;
    private final AddressParser addresses;
    final PoolName pool = new PoolName("desk-" + NUMBERS.incrementAndGet());
    Settings settings = new Settings(Map.of());
    Instant now = Instant.now();

    private Desk(DataSource source, AddressParser addresses) {
        this.source = source;
        this.addresses = addresses;
    }

    static Desk open(DataSource source) {
        return opened(new Desk(source, new Signing()));
    }

    /** Of a chain whose wallets sign nothing. */
    static Desk openWithoutSignatures(DataSource source) {
        return opened(new Desk(source, text -> new AddressVerdict.Payable(new MinerAddress(text))));
    }

    private static Desk opened(Desk desk) {
        for (MinerAddress miner : List.of(AMY, BOB)) {
            desk.database()
                    .change(
                            "INSERT INTO ledger_account (pool, kind, owner, asset) VALUES (?, 'miner:payable', ?, 'XMR')",
                            desk.pool.text(),
                            miner.text());
        }
        return desk;
    }

    /** An address's signature of a text is both, one after the other. */
    private static final class Signing implements AddressParser {
        @Override
        public AddressVerdict parse(String text) {
            return new AddressVerdict.Payable(new MinerAddress(text));
        }

        @Override
        public Optional<SignedTexts> signedTexts() {
            return Optional.of((miner, text, signature) -> signature.equals(signed(miner, text))
                    ? Optional.empty()
                    : Optional.of("This is not the owner's signature."));
        }
    }

    static String signed(MinerAddress miner, String text) {
        return miner + " signs " + text;
    }

    Database database() {
        return new Database(source);
    }

    <T> T in(Function<Thresholds, T> work) throws SQLException {
        return new OneTransaction(source)
                .run(one -> work.apply(new JdbcThresholds(
                        new Database(one),
                        () -> List.of(new PoolFacts(pool, XMR, settings, addresses)),
                        TERMS,
                        () -> now)));
    }

    ThresholdAnswer<ThresholdChallenge> ask(MinerAddress miner, String coins) throws SQLException {
        return in(thresholds -> thresholds.challenge(pool, miner, coins));
    }

    ThresholdChallenge challenge(MinerAddress miner, String coins) throws SQLException {
        return ask(miner, coins).fold(given -> given, refused -> {
            throw new AssertionError(refused.sentence());
        });
    }

    /** As the owner of its address answers. */
    static ThresholdProof proof(ThresholdChallenge challenge) {
        return proof(challenge, signed(challenge.miner(), challenge.text()));
    }

    static ThresholdProof proof(ThresholdChallenge challenge, String signature) {
        String coins = challenge.threshold().display().replace(" XMR", "");
        return new ThresholdProof(coins, challenge.until(), challenge.token(), signature, "192.0.2.0/24");
    }

    ThresholdAnswer<ThresholdChange> change(MinerAddress miner, ThresholdProof proof) throws SQLException {
        return in(thresholds -> thresholds.change(pool, miner, proof));
    }

    ThresholdAnswer<ThresholdChange> wish(MinerAddress miner, String coins) throws SQLException {
        return change(miner, proof(challenge(miner, coins)));
    }

    /** A change that was made so long ago, and counts since then. */
    void changedBefore(MinerAddress miner, String coins, Duration age) {
        database()
                .change(
                        "INSERT INTO miner_threshold (pool, miner, asset, threshold, created_at, effective_at, proof, token,"
                                + " signed_text, signature, network) SELECT ?, ?, 'XMR', ?, at, at, 'SIGNATURE',"
                                + " gen_random_uuid()::text, 'text', 'signature', '192.0.2.0/24'"
                                + " FROM (SELECT now() - make_interval(secs => ?) AS at) t",
                        pool.text(),
                        miner.text(),
                        xmr(coins).atoms(),
                        age.toSeconds());
    }

    ThresholdView view(MinerAddress miner) throws SQLException {
        return in(thresholds -> thresholds.of(pool, miner));
    }

    long rows() {
        return database()
                .first(
                        "SELECT count(*) AS rows FROM miner_threshold WHERE pool = ?",
                        row -> row.getLong("rows"),
                        pool.text())
                .orElseThrow();
    }

    static Money xmr(String coins) {
        return Money.ofCoins(coins, XMR).orElseThrow();
    }
}

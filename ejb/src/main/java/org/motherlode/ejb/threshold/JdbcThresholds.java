package org.motherlode.ejb.threshold;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.ejb.terms.PoolFacts;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.chain.SignedTexts;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdAnswer.Refused;
import org.motherlode.model.payout.ThresholdAnswer.Why;
import org.motherlode.model.payout.ThresholdBounds;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.payout.ThresholdView;
import org.motherlode.model.payout.Thresholds;
import org.motherlode.model.pool.PoolName;

/** {@link Thresholds} on their tables. The caller's transaction holds the change together. */
final class JdbcThresholds implements Thresholds {
    private static final Logger LOG = Logger.getLogger(JdbcThresholds.class);

    private final Database database;
    private final ThresholdRows rows;
    private final Coins coins;
    private final ThresholdTerms terms;
    private final InstantSource clock;

    JdbcThresholds(Database database, Coins coins, ThresholdTerms terms, InstantSource clock) {
        this.database = database;
        this.rows = new ThresholdRows(database);
        this.coins = coins;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public ThresholdView of(PoolName pool, MinerAddress miner) {
        PoolFacts facts = coins.of(pool);
        ThresholdBounds bounds = bounds(facts);
        Money own = rows.own(pool, miner, facts.asset()).orElse(bounds.least());
        return new ThresholdView(bounds, bounds.within(own), rows.newest(pool, miner, facts.asset()));
    }

    @Override
    public ThresholdAnswer<ThresholdChallenge> challenge(PoolName pool, MinerAddress miner, String wish) {
        PoolFacts facts = coins.of(pool);
        if (facts.addresses().signedTexts().isEmpty()) {
            return unsigned(pool);
        }
        ThresholdBounds bounds = bounds(facts);
        Optional<Money> threshold = Money.ofCoins(wish, facts.asset()).filter(bounds::allow);
        if (threshold.isEmpty()) {
            return outside(bounds);
        }
        return rows.knows(pool, miner)
                ? new ThresholdAnswer.Given<>(seal().sealed(
                                pool, miner, threshold.get(), clock.instant().plus(terms.tokenLasts())))
                : unknown(pool);
    }

    @Override
    public ThresholdAnswer<ThresholdChange> change(PoolName pool, MinerAddress miner, ThresholdProof proof) {
        PoolFacts facts = coins.of(pool);
        Optional<SignedTexts> signatures = facts.addresses().signedTexts();
        if (signatures.isEmpty()) {
            return unsigned(pool);
        }
        Optional<ThresholdChallenge> ours = Money.ofCoins(proof.coins(), facts.asset())
                .map(threshold -> new ThresholdChallenge(pool, miner, threshold, proof.until(), proof.token()))
                .filter(seal()::isOurs);
        if (ours.isEmpty()) {
            return refused(
                    "This pool gave no such challenge: address, threshold, until and token must be those of one answer.");
        }
        ThresholdChallenge challenge = ours.get();
        if (!clock.instant().isBefore(challenge.until())) {
            return refused("This challenge ended at " + challenge.until() + "; ask for another one.");
        }
        // Before the lock: it takes some milliseconds of a processor.
        Optional<String> objection = signatures.get().objection(miner, challenge.text(), proof.signature());
        return objection.isPresent() ? refused(objection.get()) : write(challenge, proof, bounds(facts));
    }

    private ThresholdAnswer<ThresholdChange> write(
            ThresholdChallenge challenge, ThresholdProof proof, ThresholdBounds bounds) {
        PoolName pool = challenge.pool();
        MinerAddress miner = challenge.miner();
        Money wish = challenge.threshold();
        if (!bounds.allow(wish)) {
            return outside(bounds);
        }
        rows.lock(pool, miner);
        if (rows.isUsed(challenge.token())) {
            return refused("This challenge was used before; ask for another one.");
        }
        Optional<Instant> again = rows.notBefore(pool, miner, terms.between());
        if (again.isPresent()) {
            return new Refused<>(
                    Why.TOO_SOON,
                    "The threshold of this address was changed lately; it can be changed again from " + again.get()
                            + " on.");
        }
        Money now = bounds.within(rows.own(pool, miner, wish.asset()).orElse(bounds.least()));
        boolean raises = wish.compareTo(now) > 0;
        ThresholdChange change = rows.add(challenge, proof, raises ? terms.raiseWaits() : Duration.ZERO);
        LOG.infof(
                "%s: %s is paid from %s on, from %s on: it signed so, asked from %s",
                pool, miner, wish.display(), change.effectiveAt(), proof.network());
        return new ThresholdAnswer.Given<>(change);
    }

    private ChallengeSeal seal() {
        return new ChallengeSeal(rows.sealKey());
    }

    private ThresholdBounds bounds(PoolFacts facts) {
        return new OwnThresholds(database, facts).bounds();
    }

    private static <T> ThresholdAnswer<T> refused(String sentence) {
        return new Refused<>(Why.PROOF, sentence);
    }

    private static <T> ThresholdAnswer<T> outside(ThresholdBounds bounds) {
        return new Refused<>(
                Why.THRESHOLD,
                "The threshold must be an amount from " + bounds.least().display() + " to "
                        + bounds.most().display() + ", written like 0.35.");
    }

    private static <T> ThresholdAnswer<T> unknown(PoolName pool) {
        return new Refused<>(
                Why.UNKNOWN,
                "The address is good, but pool " + pool + " has never divided a block with a part for it.");
    }

    private static <T> ThresholdAnswer<T> unsigned(PoolName pool) {
        return new Refused<>(
                Why.NO_SIGNATURES,
                "The wallets of pool " + pool + "'s chain sign no texts; ask the operator to change a threshold.");
    }
}

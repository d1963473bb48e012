package org.motherlode.ejb.threshold;

import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.meter.Meters;
import org.motherlode.ejb.queue.SystemSettings;
import org.motherlode.ejb.terms.Coins;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdAnswer.Why;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.payout.ThresholdView;
import org.motherlode.model.payout.Thresholds;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.view.ViewUnavailableException;

/** The server's {@link Thresholds}: each call a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class SharedThresholds implements Thresholds {
    private static final int PATIENCE_SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/MotherlodeDS")
    DataSource source;

    @Inject
    OpenPools pools;

    @Inject
    Meters meters;

    private final AtomicLong changed = new AtomicLong();
    private final AtomicLong disbelieved = new AtomicLong();
    private Semaphore turns = new Semaphore(1);
    private Optional<Thresholds> thresholds = Optional.empty();

    @PostConstruct
    void open() {
        meters.counter("motherlode.thresholds.changed", Tags.empty(), changed::get);
        meters.counter("motherlode.thresholds.disbelieved", Tags.empty(), disbelieved::get);
        try {
            ThresholdTerms terms = ThresholdTerms.of(SystemSettings.read());
            turns = new Semaphore(terms.atOnce(), true);
            thresholds = Optional.of(
                    new JdbcThresholds(new Database(source), Coins.of(pools), terms, InstantSource.system()));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public ThresholdView of(PoolName pool, MinerAddress miner) {
        return answered(() -> thresholds.orElseThrow().of(pool, miner));
    }

    @Override
    public ThresholdAnswer<ThresholdChallenge> challenge(PoolName pool, MinerAddress miner, String coins) {
        return answered(() -> thresholds.orElseThrow().challenge(pool, miner, coins));
    }

    @Override
    public ThresholdAnswer<ThresholdChange> change(PoolName pool, MinerAddress miner, ThresholdProof proof) {
        ThresholdAnswer<ThresholdChange> answer =
                answered(() -> thresholds.orElseThrow().change(pool, miner, proof));
        answer.fold(
                given -> changed.incrementAndGet(),
                no -> no.why() == Why.PROOF ? disbelieved.incrementAndGet() : disbelieved.get());
        return answer;
    }

    private <T> T answered(Supplier<T> question) {
        await();
        try {
            return question.get();
        } catch (DatabaseException e) {
            throw new ViewUnavailableException("The database does not answer in time; try again in a few seconds.", e);
        } finally {
            turns.release();
        }
    }

    // Strangers must not take the connections that settlement and payouts need.
    private void await() {
        try {
            if (turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ViewUnavailableException("Too many ask at once; try again in a few seconds.");
    }
}

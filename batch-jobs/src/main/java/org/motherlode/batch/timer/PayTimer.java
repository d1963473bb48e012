package org.motherlode.batch.timer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.motherlode.batch.pay.Patience;
import org.motherlode.batch.setting.Seconds;
import org.motherlode.model.books.BookChecks;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.payout.Payouts;
import org.motherlode.model.pool.OpenPools;

/**
 * Starts {@code pay-miners} for what is due, and {@code check-books} for whose books are to be checked. The interval of its looks is
 * the system property {@code motherlode.pay.interval-seconds}.
 */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PayTimer {
    private static final String JOB = "pay-miners";

    @Resource
    TimerService timers;

    @Inject
    Locks locks;

    @Inject
    OpenPools pools;

    @Inject
    LookWatch looks;

    @Inject
    Payouts payouts;

    @Inject
    BookChecks checks;

    private Optional<Led> led = Optional.empty();
    private Patient paying = new Patient(JOB, () -> {});

    @PostConstruct
    void begin() {
        Runs.Job job = Runs.Job.asSet(JOB, "pay/");
        Runs runs = new Runs(BatchRuntime.getJobOperator(), locks, job, InstantSource.system());
        DuePayouts due = new DuePayouts(payouts, runs, Patience.asSet(InstantSource.system()));
        led = Optional.of(new Led(JOB, locks, pools::names, looks, new Both(due, checks())));
        paying = new Patient(JOB, led.get());
        Duration every = Seconds.of("motherlode.pay.interval-seconds", 60);
        looks.expect(JOB, every);
        new Interval(JOB, every).start(timers);
    }

    // Who pays a pool's miners checks its books too.
    private DueChecks checks() {
        Runs.Job job = Runs.Job.asSet("check-books", "books/");
        return new DueChecks(
                checks,
                new Runs(BatchRuntime.getJobOperator(), locks, job, InstantSource.system()),
                InstantSource.system());
    }

    @Timeout
    void tick() {
        paying.tick();
    }

    @PreDestroy
    void end() {
        led.ifPresent(Led::end);
    }
}

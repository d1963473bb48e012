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
import org.motherlode.batch.setting.Seconds;
import org.motherlode.model.health.LookWatch;
import org.motherlode.model.lock.Locks;
import org.motherlode.model.pool.OpenPools;
import org.motherlode.model.settlement.Settlement;
import org.motherlode.model.settlement.SettlementWatch;

/** Starts {@code settle-block} for what is due. The interval is the system property {@code motherlode.settle.interval-seconds}. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SettleTimer {
    private static final String JOB = "settle-block";

    @Resource
    TimerService timers;

    @Inject
    Locks locks;

    @Inject
    OpenPools pools;

    @Inject
    LookWatch looks;

    @Inject
    Settlement settlement;

    @Inject
    SettlementWatch watch;

    private Optional<Led> led = Optional.empty();
    private Patient settling = new Patient(JOB, () -> {});

    @PostConstruct
    void begin() {
        Runs.Job job = Runs.Job.asSet(JOB, "settle/");
        InstantSource clock = InstantSource.system();
        Runs runs = new Runs(BatchRuntime.getJobOperator(), locks, job, clock);
        Duration longest = Seconds.of("motherlode.settle.retry-longest-seconds", 600);
        Setbacks setbacks = new Setbacks(job.pause(), longest, clock);
        SettlingBlocks due = new SettlingBlocks(settlement, runs, setbacks, watch);
        led = Optional.of(new Led(JOB, locks, pools::names, looks, due));
        settling = new Patient(JOB, led.get());
        Duration every = Seconds.of("motherlode.settle.interval-seconds", 2);
        looks.expect(JOB, every);
        new Interval(JOB, every).start(timers);
    }

    @Timeout
    void tick() {
        settling.tick();
    }

    @PreDestroy
    void end() {
        led.ifPresent(Led::end);
    }
}

package org.motherlode.bench.swarm;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.bench.statistics.Latencies;

/** How a number of bots came in. */
public final class Admission {
    private static final int MOST_REASONS = 20;

    /** So many bots, and how many of them may be on their way at any time. */
    record Plan(int count, int atOnce) {}

    private final Swarm swarm;
    private final Plan plan;
    private final Latencies logins = new Latencies("login");
    private final Queue<Bot> bots = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> reasons = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final CountDownLatch open;
    private final long began = System.nanoTime();
    private volatile long last = began;

    private Admission(Swarm swarm, Plan plan) {
        this.swarm = swarm;
        this.plan = plan;
        this.open = new CountDownLatch(plan.count());
    }

    static Admission of(Swarm swarm, Plan plan, Duration within) throws IOException, InterruptedException {
        Admission admission = new Admission(swarm, plan);
        for (int i = 0; i < plan.atOnce(); i++) {
            admission.next();
        }
        if (!admission.open.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(admission.open.getCount() + " of " + plan.count()
                    + " logins were not answered within " + within.toSeconds() + " s; refused: " + admission.reasons());
        }
        return admission;
    }

    private void next() {
        if (begun.getAndIncrement() < plan.count()) {
            Bot bot = swarm.connect();
            var unused = bot.admitted().whenComplete((nanos, failure) -> {
                if (failure == null) {
                    logins.record(nanos);
                    bots.add(bot);
                } else {
                    lose(failure);
                }
                last = System.nanoTime();
                open.countDown();
                next();
            });
        }
    }

    private void lose(Throwable failure) {
        lost.incrementAndGet();
        if (reasons.size() < MOST_REASONS) {
            reasons.merge(String.valueOf(failure.getMessage()), 1, Integer::sum);
        }
    }

    public List<Bot> bots() {
        return List.copyOf(bots);
    }

    /** Those that were not let in. */
    public int lost() {
        return lost.get();
    }

    /** Why, with how many of each. */
    public Map<String, Integer> reasons() {
        return Map.copyOf(reasons);
    }

    /** From the attempt to connect to the login's answer. */
    public Latencies logins() {
        return logins;
    }

    public double perSecond() {
        return bots.size() * 1e9 / (last - began);
    }
}

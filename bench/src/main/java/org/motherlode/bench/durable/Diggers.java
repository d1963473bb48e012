package org.motherlode.bench.durable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Answer;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.bench.swarm.Share;
import org.motherlode.stratum.client.PoolJob;

/** Bots that find a good share in no time. */
final class Diggers implements BotEvents {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Map<Integer, PoolJob> jobs = new ConcurrentHashMap<>();
    private final AtomicLong nonces = new AtomicLong();
    private final LongAdder good = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private volatile Latencies durable = new Latencies("before");
    private volatile Latencies other = new Latencies("before, refused");
    private volatile long until;
    private volatile boolean digging;

    /** Knows the jobs of these bots from now on. */
    void learn(List<Bot> bots) throws IOException {
        for (Bot bot : bots) {
            jobs.put(bot.number(), bot.job());
        }
    }

    /** From now on good answers are counted under this name. */
    Latencies durable(String name) {
        Latencies next = new Latencies(name);
        durable = next;
        return next;
    }

    /** From now on refusals are counted under this name. */
    Latencies other(String name) {
        Latencies next = new Latencies(name);
        other = next;
        return next;
    }

    Share send(Bot bot, long due) {
        PoolJob job = jobs.getOrDefault(bot.number(), firstOf(bot));
        int nonce = (int) nonces.getAndIncrement();
        Share share = Share.of(job, nonce, TrivialHash.of(Share.input(job, nonce)));
        bot.submit(share, due);
        return share;
    }

    private static PoolJob firstOf(Bot bot) {
        return bot.firstJob().orElseThrow(() -> new IllegalStateException("bot " + bot.number() + " has no job"));
    }

    /** Each good answer lets the next one go, until the time is over; gives the good answers per second. */
    double dig(List<Bot> bots, DurableSettings settings) throws InterruptedException {
        long millis = settings.seconds() * 1_000L;
        long began = System.nanoTime();
        until = began + millis * NANOS_PER_MILLI;
        digging = true;
        long before = good.sum();
        for (Bot bot : bots) {
            for (int i = 0; i < settings.window(); i++) {
                send(bot, System.nanoTime());
            }
        }
        Pause.of(millis);
        double perSecond = (good.sum() - before) * 1e9 / (System.nanoTime() - began);
        digging = false;
        return perSecond;
    }

    @Override
    public void answered(Bot bot, Answer answer) {
        if (answer.isOk()) {
            good.increment();
            durable.record(answer.nanos());
        } else {
            refused.increment();
            other.record(answer.nanos());
        }
        if (digging && answer.at() - until < 0) {
            send(bot, answer.at());
        }
    }

    /** Shares that miners were told of. */
    long good() {
        return good.sum();
    }

    long refused() {
        return refused.sum();
    }
}

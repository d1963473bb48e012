package org.motherlode.bench.epoch;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Answer;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.model.pow.Seed;

/** Listens for answers, and for the first job of a new seed. */
final class Miners implements BotEvents {
    private final Set<Integer> changed = ConcurrentHashMap.newKeySet();
    private final LongAdder refused = new LongAdder();
    private volatile Latencies phase = new Latencies("before");
    private volatile String awaited = "none";

    Latencies phase(String name) {
        Latencies next = new Latencies(name);
        phase = next;
        return next;
    }

    void await(Seed seed) {
        awaited = seed.hex();
    }

    @Override
    public void job(Bot bot, long nanos) {
        try {
            if (bot.job().seed().hex().equals(awaited)) {
                changed.add(bot.number());
            }
        } catch (IOException e) {
            bot.close();
        }
    }

    @Override
    public void answered(Bot bot, Answer answer) {
        if (!answer.isOk()) {
            refused.increment();
        }
        phase.record(answer.nanos());
    }

    /** How many have a job of the new seed. */
    int changed() {
        return changed.size();
    }

    long refused() {
        return refused.sum();
    }
}

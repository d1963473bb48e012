package org.motherlode.bench.attack;

import java.util.concurrent.atomic.LongAdder;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Answer;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;

/** Listens for the answers of bots. What comes goes to the latencies of the phase that runs. */
final class Ear implements BotEvents {
    private final LongAdder answered = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private volatile Latencies phase = new Latencies("before");

    /** From now on it is counted under this name. */
    Latencies phase(String name) {
        Latencies next = new Latencies(name);
        phase = next;
        return next;
    }

    @Override
    public void answered(Bot bot, Answer answer) {
        answered.increment();
        if (!answer.isOk()) {
            refused.increment();
        }
        phase.record(answer.nanos());
    }

    @Override
    public void closed(Bot bot, long nanos) {
        ended.increment();
    }

    long answered() {
        return answered.sum();
    }

    long refused() {
        return refused.sum();
    }

    /** Connections that have ended. */
    long ended() {
        return ended.sum();
    }
}

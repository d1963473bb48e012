package org.motherlode.bench.attack;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Answer;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;

/** Shares of no job: at a steady rate, or as many as a server can refuse. */
final class Volley implements BotEvents {
    private final Rubbish rubbish = new Rubbish();
    private final LongAdder answered = new LongAdder();
    private final AtomicLong until = new AtomicLong(Long.MIN_VALUE);
    private volatile Latencies phase = new Latencies("before");

    Latencies phase(String name) {
        Latencies next = new Latencies(name);
        phase = next;
        return next;
    }

    void send(Bot bot, long due) {
        bot.submit(rubbish.ofNoJob(), due);
    }

    /** Each answer lets the next one go, until the time is over; gives the answers per second. */
    double flood(Iterable<Bot> bots, RefusalSettings settings) throws InterruptedException {
        long millis = settings.seconds() * 1_000L;
        long began = System.nanoTime();
        until.set(began + millis * 1_000_000);
        long before = answered.sum();
        for (Bot bot : bots) {
            for (int i = 0; i < settings.window(); i++) {
                send(bot, System.nanoTime());
            }
        }
        Pause.of(millis);
        double perSecond = (answered.sum() - before) * 1e9 / (System.nanoTime() - began);
        until.set(Long.MIN_VALUE);
        return perSecond;
    }

    @Override
    public void answered(Bot bot, Answer answer) {
        answered.increment();
        phase.record(answer.nanos());
        if (answer.at() - until.get() < 0 && until.get() != Long.MIN_VALUE) {
            send(bot, answer.at());
        }
    }
}

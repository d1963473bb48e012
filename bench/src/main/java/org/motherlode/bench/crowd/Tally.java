package org.motherlode.bench.crowd;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Answer;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;

/** Counts what a crowd hears: answers by the pool's words, jobs, ends. */
final class Tally implements BotEvents {
    private static final int MOST_WORDS = 30;

    private final Map<String, Latencies> answers = new ConcurrentHashMap<>();
    private final LongAdder told = new LongAdder();
    private final LongAdder jobs = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder answered = new LongAdder();

    @Override
    public void job(Bot bot, long nanos) {
        jobs.increment();
    }

    @Override
    public void answered(Bot bot, Answer answer) {
        answered.increment();
        String words = answers.size() < MOST_WORDS || answers.containsKey(answer.words()) ? answer.words() : "other";
        answers.computeIfAbsent(words, Latencies::new).record(answer.nanos());
    }

    @Override
    public void told(Bot bot, String words) {
        told.increment();
    }

    @Override
    public void closed(Bot bot, long nanos) {
        ended.increment();
    }

    Map<String, Latencies> answers() {
        return new TreeMap<>(answers);
    }

    long answered() {
        return answered.sum();
    }

    long jobs() {
        return jobs.sum();
    }

    /** Lines that answer no share. */
    long told() {
        return told.sum();
    }

    /** Connections that ended, whoever ended them. */
    long ended() {
        return ended.sum();
    }
}

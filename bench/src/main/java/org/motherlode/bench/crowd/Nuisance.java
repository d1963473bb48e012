package org.motherlode.bench.crowd;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.Swarm;

/** What all but the miners do, on a thread of its own, until it is closed. */
final class Nuisance implements AutoCloseable {
    private static final int TIMES_PER_SECOND = 200;
    private static final String RUBBISH = "{\"id\":[[[[\u0000}}\n";
    private static final String QUESTION = "{\"id\":9,\"method\":\"keepalived\",\"params\":{\"id\":\"\"}}\n";
    private static final long ENDING_SECONDS = 10;

    private final Swarm swarm;
    private final Mix mix;
    private final List<Bot> bots;
    private final AtomicLong comings = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int next;

    /** Begins with these bots; who is restless is replaced by another of the swarm. */
    Nuisance(Swarm swarm, Mix mix, List<Bot> bots) {
        this.swarm = swarm;
        this.mix = mix;
        this.bots = bots;
        bots.stream().filter(bot -> mix.of(bot.number()) == Role.DEAF).forEach(Bot::stopReading);
        thread.execute(this::run);
    }

    private void run() {
        try {
            Pace.steady(Integer.MAX_VALUE, TIMES_PER_SECOND, due -> step());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() {
        if (bots.isEmpty()) {
            return;
        }
        int place = next++ % bots.size();
        Bot bot = bots.get(place);
        switch (mix.of(bot.number())) {
            case GARBAGE -> bot.send(RUBBISH);
            case DEAF -> bot.send(QUESTION);
            case RESTLESS -> {
                bot.close();
                comings.incrementAndGet();
                bots.set(place, swarm.connectAs(bot.number()));
            }
            case HONEST, LATE -> throw new IllegalStateException("a miner is no nuisance");
        }
    }

    long comings() {
        return comings.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the nuisance does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.motherlode.bench.attack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.stratum.client.PoolJob;

/** Attackers at work, on a thread of their own, until it is closed. One that is cut comes back at once. */
final class Attack implements AutoCloseable {
    private static final long ENDING_SECONDS = 10;

    private final Swarm swarm;
    private final List<Bot> bots = new ArrayList<>();
    private final Rubbish rubbish = new Rubbish();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong returns = new AtomicLong();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private int next;

    Attack(Swarm swarm, AttackSettings settings) {
        this.swarm = swarm;
        for (int i = 0; i < settings.attackers(); i++) {
            bots.add(swarm.connect());
        }
        double perSecond = (double) settings.attackers() * settings.badPerSecond();
        thread.execute(() -> run(perSecond));
    }

    private void run(double perSecond) {
        try {
            Pace.steady(Integer.MAX_VALUE, perSecond, this::step);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step(long due) {
        int place = next++ % bots.size();
        Bot bot = bots.get(place);
        CompletableFuture<Long> admitted = bot.admitted();
        if (!admitted.isDone()) {
            return; // on its way
        }
        if (admitted.isCompletedExceptionally() || !bot.isOpen()) {
            bots.set(place, swarm.connectAs(bot.number()));
            returns.incrementAndGet();
        } else if (bot.isWritable()) {
            bot.submit(rubbish.forged(jobOf(bot)), due);
            sent.incrementAndGet();
        }
    }

    private static PoolJob jobOf(Bot bot) {
        try {
            return bot.job();
        } catch (IOException e) {
            throw new IllegalStateException("it is logged in", e);
        }
    }

    /** Bad shares. */
    long sent() {
        return sent.get();
    }

    /** How often one of them came back. */
    long returns() {
        return returns.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the attack does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

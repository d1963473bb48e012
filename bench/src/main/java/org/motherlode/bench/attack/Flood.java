package org.motherlode.bench.attack;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.Swarm;

/** Bots that log in, stop to read, and ask for jobs, on a thread of their own, until it is closed. */
final class Flood implements AutoCloseable {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final String QUESTION = "{\"id\":7,\"method\":\"getjob\",\"params\":{\"id\":\"\"}}\n";
    private static final String MANY = QUESTION.repeat(200);
    private static final int ROUNDS_PER_SECOND = 90;
    private static final long ENDING_SECONDS = 10;

    private final List<Bot> bots;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    Flood(Swarm swarm, FloodSettings settings) throws IOException, InterruptedException {
        bots = swarm.admitAll(settings.flooders(), LOGINS);
        bots.forEach(Bot::stopReading);
        thread.execute(this::run);
    }

    private void run() {
        try {
            Pace.steady(Integer.MAX_VALUE, ROUNDS_PER_SECOND, due -> bots.forEach(Flood::ask));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void ask(Bot bot) {
        if (bot.isWritable()) {
            bot.send(isUnbounded(bot) ? MANY : QUESTION);
        }
    }

    /** Of those that send as much as they can, how many are still connected. */
    long left() {
        return bots.stream().filter(Flood::isUnbounded).filter(Bot::isOpen).count();
    }

    /** How many stay within the bounds and are still connected. */
    long tolerated() {
        return bots.stream()
                .filter(bot -> !isUnbounded(bot))
                .filter(Bot::isOpen)
                .count();
    }

    private static boolean isUnbounded(Bot bot) {
        return bot.number() % 2 == 0;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(ENDING_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the flood does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

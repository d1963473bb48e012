package org.motherlode.bench.idle;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;

/** Bots that come and go: each that has gone lets the next one come. */
final class Visitors implements BotEvents {
    private final int loginEvery;
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();

    Visitors(int loginEvery) {
        this.loginEvery = loginEvery;
    }

    @Override
    public void connected(Bot bot) {
        if (bot.number() % loginEvery == 0) {
            bot.logIn();
        } else {
            bot.close();
        }
    }

    @Override
    public void loggedIn(Bot bot, long nanos) {
        logins.incrementAndGet();
        bot.close();
    }

    /** Returns when so many have come and gone. */
    void pass(SwarmSettings settings, ChurnSettings churn, Duration within) throws IOException, InterruptedException {
        CountDownLatch open = new CountDownLatch(churn.cycles());
        AtomicInteger begun = new AtomicInteger();
        try (Swarm swarm = new Swarm(settings, this)) {
            for (int i = 0; i < churn.atOnce(); i++) {
                next(new Round(swarm, churn.cycles(), begun, open));
            }
            if (!open.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException(open.getCount() + " of " + churn.cycles() + " connections did not come and go");
            }
        }
    }

    private record Round(Swarm swarm, int cycles, AtomicInteger begun, CountDownLatch open) {}

    private void next(Round round) {
        if (round.begun().getAndIncrement() < round.cycles()) {
            Bot bot = round.swarm().connect();
            var unused = bot.gone().thenAccept(connected -> {
                if (!connected) {
                    failures.incrementAndGet();
                }
                round.open().countDown();
                next(round);
            });
        }
    }

    int logins() {
        return logins.get();
    }

    /** Connections that were never made. */
    int failures() {
        return failures.get();
    }
}

package org.motherlode.bench.push;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.BotEvents;

/** Counts jobs as they arrive, for whoever waits for a round. */
final class Watch implements BotEvents {
    private static final long TEMPLATE_SECONDS = 60;
    private static final long ROUND_MILLIS = 10_000;

    private record Begun(PushRound round, long nanos) {}

    private volatile Optional<PushRound> round = Optional.empty();
    private volatile CompletableFuture<Begun> awaited = new CompletableFuture<>();

    @Override
    public void job(Bot bot, long nanos) {
        round.ifPresent(open -> open.arrived(nanos));
    }

    /** From now on jobs count for this round. */
    PushRound begin(int bots) {
        PushRound next = new PushRound(bots);
        round = Optional.of(next);
        return next;
    }

    /** A template is about to be handed to the server. */
    void template(int bots, long nanos) {
        awaited.complete(new Begun(begin(bots), nanos));
    }

    /** How long a sender took until its last line was written, asked when all lines have been read. */
    interface Writing {
        long nanos() throws IOException, InterruptedException;
    }

    /** Has a template made, and waits until its jobs are with all bots. */
    Push next(Runnable make, Writing writing) throws IOException, InterruptedException {
        awaited = new CompletableFuture<>();
        make.run();
        try {
            Begun begun = awaited.get(TEMPLATE_SECONDS, TimeUnit.SECONDS);
            return ended(begun.round(), begun.nanos(), writing);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the server asked for no template for " + TEMPLATE_SECONDS + " s", e);
        }
    }

    static Push ended(PushRound round, long began, Writing writing) throws IOException, InterruptedException {
        if (!round.await(ROUND_MILLIS)) {
            throw new IOException("a job was not with all bots after " + ROUND_MILLIS + " ms");
        }
        return round.since(began, writing.nanos());
    }
}

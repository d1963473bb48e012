package org.motherlode.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.stratum.client.ShareAnswer;

/**
 * Sends claims so that the server always has some in line and no miner has more than a few under way: each answer lets
 * that miner's next claim go.
 */
public final class Salvo {
    /** What a session may have under way before its first good share. */
    private static final int IN_FLIGHT = 8;

    /** With what went wrong, if anything did. */
    private final CompletableFuture<Optional<String>> done = new CompletableFuture<>();

    private final AtomicInteger open;

    private Salvo(int count) {
        this.open = new AtomicInteger(count);
    }

    /**
     * Returns when every claim was answered with OK; gives the nanoseconds from the first line sent to the last answer.
     *
     * @throws IOException when one is not accepted, or the time is over
     */
    public static long fire(List<Claim> claims, Duration within) throws IOException, InterruptedException {
        Salvo salvo = new Salvo(claims.size());
        List<Queue<Claim>> queues = byMiner(claims);
        long began = System.nanoTime();
        for (int turn = 0; turn < IN_FLIGHT; turn++) {
            queues.forEach(salvo::sendNext);
        }
        try {
            Optional<String> problem = salvo.done.get(within.toMillis(), TimeUnit.MILLISECONDS);
            long nanos = System.nanoTime() - began;
            if (problem.isPresent()) {
                throw new IOException(problem.get());
            }
            return nanos;
        } catch (ExecutionException e) {
            throw new IllegalStateException("it is never completed with an exception", e);
        } catch (TimeoutException e) {
            throw new IOException(salvo.open + " shares were not answered within " + within.toSeconds() + " s", e);
        }
    }

    private static List<Queue<Claim>> byMiner(List<Claim> claims) {
        Map<Miner, Queue<Claim>> queues = new HashMap<>();
        claims.forEach(claim -> queues.computeIfAbsent(claim.miner(), miner -> new ArrayDeque<>())
                .add(claim));
        return new ArrayList<>(queues.values());
    }

    /** By the thread that reads that miner's answers, apart from the first few. */
    private void sendNext(Queue<Claim> queue) {
        Claim claim;
        synchronized (queue) {
            claim = queue.poll();
        }
        if (claim != null && !done.isDone()) {
            CompletableFuture<Void> unused = claim.miner().submit(claim).thenAccept(answer -> answered(answer, queue));
        }
    }

    private void answered(ShareAnswer answer, Queue<Claim> queue) {
        Optional<String> problem = answer.fold(
                ok -> Optional.empty(),
                refused -> Optional.of("a share was refused: " + refused.words()),
                none -> Optional.of("a share was not answered: " + none.why()));
        if (problem.isPresent()) {
            done.complete(problem);
            return;
        }
        if (open.decrementAndGet() == 0) {
            done.complete(Optional.empty());
        }
        sendNext(queue);
    }
}

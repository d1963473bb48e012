package org.motherlode.stratum.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The requests that wait for an answer, oldest first, at most as many as allowed. Safe for any thread. */
final class Unanswered {
    private record Waiting(long sinceNanos, CompletableFuture<ShareAnswer> answer) {}

    private final int most;
    private final Map<Long, Waiting> waiting = new LinkedHashMap<>();
    private boolean closed;

    Unanswered(int most) {
        this.most = most;
    }

    /** Empty if no request may be sent now. */
    synchronized Optional<CompletableFuture<ShareAnswer>> enter(long id) {
        if (closed || waiting.size() >= most) {
            return Optional.empty();
        }
        CompletableFuture<ShareAnswer> answer = new CompletableFuture<>();
        waiting.put(id, new Waiting(System.nanoTime(), answer));
        return Optional.of(answer);
    }

    /** An answer to nothing that was asked is dropped. */
    void answer(long id, ShareAnswer answer) {
        remove(id).ifPresent(future -> future.complete(answer));
    }

    private synchronized Optional<CompletableFuture<ShareAnswer>> remove(long id) {
        return Optional.ofNullable(waiting.remove(id)).map(Waiting::answer);
    }

    synchronized boolean isOldestOlderThan(Duration age) {
        return waiting.values().stream()
                .findFirst()
                .filter(oldest -> System.nanoTime() - oldest.sinceNanos() > age.toNanos())
                .isPresent();
    }

    /** Lets go of all, and of those who come later. */
    void close(String why) {
        closeAndTakeAll().forEach(answer -> answer.complete(new ShareAnswer.Unanswered(why)));
    }

    private synchronized List<CompletableFuture<ShareAnswer>> closeAndTakeAll() {
        closed = true;
        List<CompletableFuture<ShareAnswer>> all = new ArrayList<>();
        waiting.values().forEach(one -> all.add(one.answer()));
        waiting.clear();
        return all;
    }
}

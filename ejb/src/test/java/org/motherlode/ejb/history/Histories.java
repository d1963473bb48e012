package org.motherlode.ejb.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ejb.database.QuickConnection;

/**
 * Very many histories, each of a pool of its own, several at a time in one database. The first that fails ends them, and is told
 * with its number and with what is left of its events when those that it does not need are taken away.
 *
 * @param seed to which the number of each is added
 */
record Histories(long seed, int threads, Tally tally) {
    /** A database with more of them gets slow. */
    private static final long A_DATABASE = 10_000;

    private record Failure(long number, Throwable why) {}

    void play(long count) throws InterruptedException {
        for (long first = 0; first < count; first += A_DATABASE) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary()) {
                Migrations.run(postgres);
                Ground.prepare(postgres.appDataSource());
                Optional<Failure> failure = play(postgres, first, Math.min(count, first + A_DATABASE));
                if (failure.isPresent()) {
                    throw told(postgres, failure.get());
                }
            }
        }
    }

    private Optional<Failure> play(EmbeddedPostgres postgres, long first, long end) throws InterruptedException {
        AtomicLong next = new AtomicLong(first);
        Queue<Failure> failures = new ConcurrentLinkedQueue<>();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                done.add(executor.submit(() -> {
                    DataSource source = QuickConnection.of(postgres.appDataSource());
                    for (long number = next.getAndIncrement();
                            number < end && failures.isEmpty();
                            number = next.getAndIncrement()) {
                        failure(source, number).ifPresent(failures::add);
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdownNow();
        }
        return failures.stream().findFirst();
    }

    private Optional<Failure> failure(DataSource source, long number) {
        return why(source, Plot.of(seed + number)).map(why -> new Failure(number, why));
    }

    private Optional<Throwable> why(DataSource source, Plot plot) {
        try {
            History.play(source, plot, tally);
            return Optional.empty();
        } catch (RuntimeException | AssertionError e) {
            return Optional.of(e);
        }
    }

    private AssertionError told(EmbeddedPostgres postgres, Failure failure) {
        DataSource source = QuickConnection.of(postgres.appDataSource());
        Plot plot = Plot.of(seed + failure.number());
        Throwable why = failure.why();
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (int event = plot.events().size() - 1; event >= 0; event--) {
                Plot less = plot.without(event);
                Optional<Throwable> still = why(source, less);
                if (still.isPresent()) {
                    plot = less;
                    why = still.get();
                    smaller = true;
                }
            }
        }
        return new AssertionError(
                "history " + (seed + failure.number()) + " fails; what is left of it: "
                        + plot.rules().settings() + " " + plot.events() + ": " + why.getMessage(),
                why);
    }
}

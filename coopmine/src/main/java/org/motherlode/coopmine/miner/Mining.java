package org.motherlode.coopmine.miner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.motherlode.coopmine.ExitCode;
import org.motherlode.coopmine.report.Event;
import org.motherlode.coopmine.report.Report;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;
import org.motherlode.pow.mining.CrewSettings;
import org.motherlode.pow.mining.Found;
import org.motherlode.pow.mining.MiningCrew;
import org.motherlode.pow.mining.MiningHasher;
import org.motherlode.stratum.client.PoolAddress;
import org.motherlode.stratum.client.PoolClient;
import org.motherlode.stratum.client.PoolJob;
import org.motherlode.stratum.client.PoolListener;
import org.motherlode.stratum.client.ShareAnswer;
import org.motherlode.stratum.client.Surrender;

/** Mines at one pool from {@link #run} until the shares are there, the pool gives us up, or {@link #stop}. */
final class Mining implements PoolListener {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final MiningPlan plan;
    private final MiningHasher hasher;
    private final Report report;
    private final ShareBook shares = new ShareBook();
    private final CompletableFuture<ExitCode> end = new CompletableFuture<>();
    private final MiningCrew crew;
    private final HashRate rate;
    private final PoolClient client;
    /** The job at hand and the one before it, newest first; written by the client's thread only. */
    private volatile List<Search> searches = List.of();

    /** The hasher stays the caller's, who closes it after {@link #run}. */
    Mining(MiningPlan plan, MiningHasher hasher, Report report) {
        this.plan = plan;
        this.hasher = hasher;
        this.report = report;
        this.client = new PoolClient(plan.pool(), plan.worker(), plan.settings(), this);
        this.crew = MiningCrew.start(hasher, CrewSettings.of(plan.threads()), this::found);
        this.rate = new HashRate(crew::hashes, System::nanoTime);
    }

    /** Blocks until the end; batches at hand are finished, no thread is left behind. To be called once. */
    ExitCode run() throws InterruptedException {
        client.start();
        try {
            return awaitEnd();
        } finally {
            crew.close();
            client.close();
        }
    }

    private ExitCode awaitEnd() throws InterruptedException {
        while (true) {
            try {
                ExitCode code = end.get(plan.reportEvery().toNanos(), TimeUnit.NANOSECONDS);
                HashRate.Reading all = rate.sinceStart();
                report.show(Event.of("ended", "ended after " + all.hashes() + " hashes, " + all + "; " + shares));
                return code;
            } catch (TimeoutException stillMining) {
                showRate();
            } catch (ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void showRate() {
        HashRate.Reading last = rate.sinceLast();
        HashRate.Reading all = rate.sinceStart();
        report.show(Event.of(
                "rate",
                last + ", " + all + " since the start; " + shares,
                Map.of(
                        "hashes", all.hashes(),
                        "milliHashesPerSecond", last.milliHashesPerSecond(),
                        "milliHashesPerSecondSinceStart", all.milliHashesPerSecond())));
    }

    /** Asks {@link #run} to end well. Safe for any thread, also more than once. */
    void stop() {
        end.complete(ExitCode.DONE);
    }

    /** A thread died of a bug; mining with fewer than were asked for would hide it. */
    void crashed(Throwable bug) {
        report.show(Event.of("bug", "a thread failed: " + bug));
        end.complete(ExitCode.BUG);
    }

    /** On the thread that found it. What comes late, for the job before, is sent too: the pool says what it is worth. */
    private void found(Found found) {
        Optional<Search> search =
                searches.stream().filter(one -> one.work().equals(found.work())).findFirst();
        if (search.isPresent()) {
            PoolJob job = search.get().job();
            long sentNanos = System.nanoTime();
            CompletableFuture<Void> unused = client.submit(job, search.get().octets(found.nonce()), found.hash())
                    .thenAccept(answer -> answered(job, found.hash(), answer, sentNanos))
                    .whenComplete((told, bug) -> Optional.ofNullable(bug).ifPresent(this::crashed));
        }
    }

    private void answered(PoolJob job, Hash hash, ShareAnswer answer, long sentNanos) {
        if (!end.isDone()) {
            report.show(shares.note(job, hash, answer, (System.nanoTime() - sentNanos) / NANOS_PER_MILLI));
            stopIfEnough();
        }
    }

    private void stopIfEnough() {
        if (plan.shares().isPresent() && shares.accepted() >= plan.shares().getAsLong()) {
            stop();
        }
    }

    @Override
    public void loggedIn(PoolAddress pool) {
        report.show(Event.of("connected", "logged in at " + pool));
    }

    @Override
    public void job(PoolJob job) {
        String wanted = job.algorithm().orElse(hasher.id().name());
        if (!wanted.equals(hasher.id().name())) {
            report.show(Event.of("refused", "the pool wants " + wanted + ", this miner can " + hasher.id()));
            end.complete(ExitCode.REFUSED);
            return;
        }
        List<Seed> seeds = new ArrayList<>(List.of(job.seed()));
        job.next().filter(next -> !next.equals(job.seed())).ifPresent(seeds::add);
        hasher.keep(seeds);
        Search search = Search.of(job);
        searches = Stream.concat(Stream.of(search), searches.stream().limit(1)).toList();
        crew.search(search.work());
        report.show(Event.of(
                "job",
                "new job: height " + job.height() + ", difficulty " + ShareBook.difficulty(job)
                        + (hasher.isReady(job.seed()) ? "" : ", preparing its seed"),
                Map.of("height", job.height(), "difficulty", job.difficulty())));
    }

    @Override
    public void disconnected(String why, Duration pause) {
        searches = List.of();
        crew.rest();
        report.show(Event.of(
                "disconnected",
                plan.pool() + ": " + why + "; next attempt in " + pause.toMillis() + " ms",
                Map.of("pauseMillis", pause.toMillis())));
    }

    @Override
    public void gaveUp(Surrender surrender) {
        report.show(Event.of(surrender.refused() ? "refused" : "unreachable", plan.pool() + ": " + surrender.why()));
        end.complete(surrender.refused() ? ExitCode.REFUSED : ExitCode.UNREACHABLE);
    }
}

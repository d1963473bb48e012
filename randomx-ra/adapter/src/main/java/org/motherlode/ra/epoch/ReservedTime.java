package org.motherlode.ra.epoch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.ra.disk.DurableFile;
import org.motherlode.ra.thread.NamedThreads;
import org.motherlode.ra.trouble.Trouble;

/**
 * Up to which moment a node may have accepted shares, on disk beside its epoch: the next life begins after it, even if the
 * system's clock was set back in between. Not each moment is written: some time is reserved ahead, again and again, and what
 * of it was not used is given back when the life ends in order. After a crash the next life begins at most that much after
 * the last share, which is less than a server's start takes.
 */
public final class ReservedTime {
    private static final Logger LOG = Logger.getLogger(ReservedTime.class);

    /** Where the disk is slow, moments go on by microseconds; a million of them are reserved beside. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private static final int LOOKS = 5;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1, new NamedThreads("time"));
    private final Path file;
    private final Duration ahead;
    private final InstantSource clock;
    private final Instant begin;
    private volatile Instant end;

    private ReservedTime(Path file, Duration ahead, InstantSource clock, Instant begin) {
        this.file = file;
        this.ahead = ahead;
        this.clock = clock;
        this.begin = begin;
        this.end = begin;
    }

    /** Reserves the first of it. Fails if the folder cannot be written or what stands in the file is no moment. */
    public static ReservedTime begin(Path folder, int node, Duration ahead, InstantSource clock) throws IOException {
        Path file = folder.resolve("node-" + node + ".time");
        Instant former = stored(file).orElse(Instant.EPOCH);
        Instant now = clock.instant();
        if (former.isAfter(now.plus(ahead))) {
            LOG.errorf(
                    "the clock says %s, but this node accepted shares up to %s (%s): acceptance times stand still until then."
                            + " Set the clock right; if it was wrong before, give the node another nodeId",
                    now, former, file);
        }
        ReservedTime reserved = new ReservedTime(file, ahead, clock, former);
        reserved.reserve(later(former, now).plus(ahead));
        return reserved;
    }

    /** From now on it reserves more by itself, and tells {@code trouble} when it cannot. */
    public void start(Trouble trouble) {
        long pause = ahead.dividedBy(LOOKS).toMillis();
        Future<?> ignored = thread.scheduleWithFixedDelay(() -> look(trouble), pause, pause, TimeUnit.MILLISECONDS);
    }

    /** One that fails, even with an {@link Error}, must not be the last: times would hardly move on. */
    private void look(Trouble trouble) {
        try {
            extend();
            trouble.works();
        } catch (IOException e) { // the disk's fault, or the limit of open files; a stack would say nothing more
            trouble.note("acceptance times cannot be reserved in " + file + ": " + e);
        } catch (RuntimeException | Error e) {
            trouble.note("acceptance times cannot be reserved in " + file + ": " + e, e);
        }
    }

    /** All moments of this life are after this one. */
    public Instant begin() {
        return begin;
    }

    /** No moment after this one may be used now. */
    public Instant end() {
        return end;
    }

    /**
     * Reserves more when half of it is used. A disk that takes nothing does not stop the node: times go on although this
     * fails, and the next life may begin too early if the clock is set back too.
     */
    synchronized void extend() throws IOException {
        if (thread.isShutdown()) {
            return;
        }
        Instant now = later(begin, clock.instant());
        if (!end.isAfter(now.plus(ahead.dividedBy(2)))) {
            reserve(now.plus(ahead));
        }
    }

    /** Gives back what was not used: nothing was accepted after {@code last}. */
    public void close(Instant last) {
        // No interrupt: it would make a write that is under way fail, and giving back waits for that anyway.
        thread.shutdown();
        giveBack(last);
    }

    private synchronized void giveBack(Instant last) {
        try {
            DurableFile.write(file, last + "\n");
        } catch (IOException e) {
            LOG.warnf("unused acceptance times cannot be given back in %s: %s", file, e.toString());
        }
    }

    private void reserve(Instant until) throws IOException {
        try {
            DurableFile.write(file, until.plus(SLACK) + "\n");
        } finally {
            end = until;
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<Instant> stored(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(
                    Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (DateTimeException e) {
            throw new IOException(file + " must hold the last moment of acceptance and nothing else", e);
        }
    }
}

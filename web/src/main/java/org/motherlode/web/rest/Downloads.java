package org.motherlode.web.rest;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A few places for those who take large documents. Who does not read what he asked for keeps his thread waiting; after a while
 * he keeps his place only as long as nobody else wants one, and then his thread is interrupted, which ends its write.
 */
final class Downloads {
    private final DownloadBounds bounds;
    private final InstantSource clock;
    private final Set<Download> running = new LinkedHashSet<>();

    Downloads(DownloadBounds bounds, InstantSource clock) {
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Writes a document. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** A place, or nothing if all are taken. It is also free again if its download never begins. */
    synchronized Optional<Download> place() {
        if (running.size() >= bounds.most()) {
            Instant tooOld = clock.instant().minus(bounds.longest());
            List<Download> overdue = running.stream()
                    .filter(download -> download.since.isBefore(tooOld))
                    .toList();
            overdue.forEach(Download::cut);
            overdue.forEach(running::remove);
        }
        if (running.size() >= bounds.most()) {
            return Optional.empty();
        }
        Download download = new Download(clock.instant());
        running.add(download);
        return Optional.of(download);
    }

    private synchronized void leave(Download download) {
        running.remove(download);
    }

    /** A place that was given, for one document. */
    final class Download {
        private final Instant since;
        private Optional<Thread> writer = Optional.empty();
        private boolean cut;

        private Download(Instant since) {
            this.since = since;
        }

        void write(Body body, OutputStream out) throws IOException {
            begin();
            try {
                body.write(out);
            } finally {
                end();
                leave(this);
            }
        }

        private synchronized void begin() throws IOException {
            if (cut) {
                throw new IOException("the download began too late: its place was given to somebody else");
            }
            writer = Optional.of(Thread.currentThread());
        }

        // The thread serves others after this: an interrupt that came just now was not meant for them.
        private synchronized void end() {
            writer = Optional.empty();
            if (cut) {
                Thread.interrupted();
            }
        }

        private synchronized void cut() {
            cut = true;
            writer.ifPresent(Thread::interrupt);
        }
    }
}

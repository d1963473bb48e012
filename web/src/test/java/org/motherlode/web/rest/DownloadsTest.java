package org.motherlode.web.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DownloadsTest {
    private final ExecutorService reader = Executors.newSingleThreadExecutor();
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Downloads downloads = new Downloads(new DownloadBounds(2, Duration.ofSeconds(60)), () -> now);

    @AfterEach
    void end() {
        reader.shutdownNow();
    }

    @Test
    void a_place_is_free_when_its_document_is_written_or_failed() throws IOException {
        for (int time = 0; time < 5; time++) {
            downloads.place().orElseThrow().write(out -> {}, OutputStream.nullOutputStream());
            Downloads.Download failing = downloads.place().orElseThrow();
            assertThatThrownBy(() -> failing.write(
                            out -> {
                                throw new IOException("gone");
                            },
                            OutputStream.nullOutputStream()))
                    .hasMessage("gone");
        }
    }

    @Test
    void who_is_slow_keeps_his_place_until_it_is_wanted_and_overdue() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Downloads.Download slow = downloads.place().orElseThrow();
        Future<String> ending = reader.submit(neverRead(slow, begun));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        Downloads.Download other = downloads.place().orElseThrow();

        now = now.plusSeconds(60);
        assertThat(downloads.place()).as("nobody is overdue").isEmpty();
        assertThat(ending.isDone()).isFalse();

        now = now.plusSeconds(1);
        assertThat(downloads.place()).as("both are overdue").isPresent();
        assertThat(ending.get(10, TimeUnit.SECONDS)).isEqualTo("cut, and the thread is not interrupted any more");
        assertThatThrownBy(() -> other.write(out -> {}, OutputStream.nullOutputStream()))
                .hasMessage("the download began too late: its place was given to somebody else");
    }

    /** A write that waits for ever, and ends with an exception when its thread is interrupted, as the server's do. */
    private static Callable<String> neverRead(Downloads.Download place, CountDownLatch begun) {
        CountDownLatch never = new CountDownLatch(1);
        return () -> {
            try {
                place.write(
                        out -> {
                            begun.countDown();
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                throw new InterruptedIOException();
                            }
                        },
                        OutputStream.nullOutputStream());
                return "written";
            } catch (InterruptedIOException e) {
                return "cut, and the thread is " + (Thread.currentThread().isInterrupted() ? "" : "not ")
                        + "interrupted any more";
            }
        };
    }

    @Test
    void the_bounds_are_whole_numbers_above_0() {
        assertThat(DownloadBounds.read(Map.of("motherlode.web.audit.downloads", "7")::get))
                .isEqualTo(new DownloadBounds(7, Duration.ofSeconds(60)));
        assertThatThrownBy(() -> DownloadBounds.read(Map.of("motherlode.web.audit.seconds", "0")::get))
                .hasMessage("motherlode.web.audit.seconds must be a whole number from 1 to 999999, not '0'");
    }
}

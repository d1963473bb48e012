package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetric;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

/** A thousand miners that log in and read nothing, and one that reads and gets each job. */
class SilentCrowdTest {
    private static final int CROWD = 1_000;
    private static final int BUFFER_BYTES = 4_096;
    private static final int JOB_BYTES = 80;
    /** Ours, and those of the kernel on both sides, which doubles what it is asked for. */
    private static final int JOBS_IN_ALL_BUFFERS = 6 * BUFFER_BYTES / JOB_BYTES;

    private static final int READERS = 100;
    private static final int WARM_UP = 50;
    private static final int ROUNDS = 101;
    private static final long MOST_TIMES = 3;
    private static final int JOBS_AT_A_LOOK = 50;

    private static final String BUFFERS = "write-buffer-bytes = " + BUFFER_BYTES + "; ";

    @TempDir
    Path folder;

    private final List<PlainMiner> crowd = new ArrayList<>();
    private long height = 10;

    @AfterEach
    void leave() throws IOException {
        for (PlainMiner silent : crowd) {
            silent.close();
        }
    }

    @Test
    void what_waits_for_them_is_bounded_however_long_it_lasts() throws Exception {
        int templates = 4 * JOBS_IN_ALL_BUFFERS;
        try (var server = new RunningAdapter(folder, BUFFERS + "slow-reader-millis = 600000");
                var reader = server.miner()) {
            gather(server, reader);
            long before = bufferBytes();
            for (int i = 0; i < templates; i++) {
                giveOut(server, reader);
            }

            assertThat(server.total(Count.CONNECTIONS_CUT)).isZero();
            assertThat(server.total(Count.JOBS_SENT)).isLessThan(templates + (long) CROWD * JOBS_IN_ALL_BUFFERS);
            assertThat(bufferBytes() - before).isLessThan(4L * CROWD * BUFFER_BYTES);
        }
    }

    @Test
    @Timeout(120)
    void they_are_cut_and_nobody_else_is() throws Exception {
        try (var server = new RunningAdapter(folder, BUFFERS + "slow-reader-millis = 100");
                var reader = server.miner()) {
            gather(server, reader);
            while (server.total(Count.CONNECTIONS_CUT_SLOW) < CROWD) {
                giveOut(server, reader);
            }

            RunningAdapter.until(() -> server.open() == 1);
            assertThat(server.total(Count.CONNECTIONS_CUT_SLOW)).isEqualTo(CROWD);
            assertThat(server.adapter.gateway().miners(RunningAdapter.POOL)).hasSize(1);
        }
    }

    /**
     * Beside a second server without a crowd, and by turns, so that whatever else the machine does slows both. On a quiet
     * machine the ratio is about 1; a server that waited for a silent miner at each would be a thousand times slower.
     */
    @Test
    @Timeout(300)
    void others_have_each_job_as_soon_as_where_there_is_no_silent_crowd() throws Exception {
        String patient = BUFFERS + "slow-reader-millis = 600000";
        try (var crowded = new RunningAdapter(folder.resolve("crowded"), patient);
                var quiet = new RunningAdapter(folder.resolve("quiet"), patient);
                var first = crowded.miner()) {
            gather(crowded, first);
            while (sentTo(crowded, first) > 1) {
                // One more of them may still take something.
                assertThat(crowded.total(Count.CONNECTIONS_CUT)).isZero();
            }
            quiet.publish(PlainTemplate.at(height));
            List<PlainMiner> here = readers(crowded);
            List<PlainMiner> there = readers(quiet);
            List<Long> nanosHere = new ArrayList<>();
            List<Long> nanosThere = new ArrayList<>();
            for (int round = 0; round < WARM_UP + ROUNDS; round++) {
                height++;
                long crowdedNanos = nanos(crowded, here);
                assertThat(first.readJob().bytes().hex()).startsWith(String.format("%016x", height));
                long quietNanos = nanos(quiet, there);
                if (round >= WARM_UP) {
                    nanosHere.add(crowdedNanos);
                    nanosThere.add(quietNanos);
                }
            }

            assertThat(median(nanosHere)).isLessThan(MOST_TIMES * median(nanosThere));
            assertThat(crowded.total(Count.CONNECTIONS_CUT)).isZero();
        }
    }

    /** How many had one more job. */
    private long sentTo(RunningAdapter server, PlainMiner reader) throws IOException {
        long before = server.total(Count.JOBS_SENT);
        for (int i = 0; i < JOBS_AT_A_LOOK; i++) {
            giveOut(server, reader);
        }
        return (server.total(Count.JOBS_SENT) - before) / JOBS_AT_A_LOOK;
    }

    private List<PlainMiner> readers(RunningAdapter server) throws IOException {
        List<PlainMiner> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            PlainMiner reader = server.miner();
            crowd.add(reader);
            reader.login("miner" + i);
            readers.add(reader);
        }
        return readers;
    }

    /** Until the last of them has the new job. */
    private long nanos(RunningAdapter server, List<PlainMiner> readers) throws IOException {
        long began = System.nanoTime();
        server.publish(PlainTemplate.at(height));
        for (PlainMiner reader : readers) {
            assertThat(reader.readJob().bytes().hex()).startsWith(String.format("%016x", height));
        }
        return System.nanoTime() - began;
    }

    private static long median(List<Long> nanos) {
        return nanos.stream().sorted().toList().get(nanos.size() / 2);
    }

    private void gather(RunningAdapter server, PlainMiner reader) throws IOException {
        server.publish(PlainTemplate.at(height));
        reader.login("miner0");
        for (int i = 1; i <= CROWD; i++) {
            PlainMiner silent = server.miner();
            crowd.add(silent);
            silent.send("1 login miner" + i + " x");
        }
        RunningAdapter.until(
                () -> server.adapter.gateway().miners(RunningAdapter.POOL).size() == CROWD + 1);
    }

    /** One job more, which the reader gets. */
    private void giveOut(RunningAdapter server, PlainMiner reader) throws IOException {
        server.publish(PlainTemplate.at(++height));
        assertThat(reader.readJob().bytes().hex()).startsWith(String.format("%016x", height));
    }

    private static long bufferBytes() {
        ByteBufAllocatorMetric metric = ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT).metric();
        return metric.usedDirectMemory() + metric.usedHeapMemory();
    }
}

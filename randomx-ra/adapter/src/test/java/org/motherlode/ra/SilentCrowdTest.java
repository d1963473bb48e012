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
            while (server.total(Count.CONNECTIONS_CUT) < CROWD) {
                giveOut(server, reader);
            }

            RunningAdapter.until(() -> server.open() == 1);
            assertThat(server.total(Count.CONNECTIONS_CUT)).isEqualTo(CROWD);
            assertThat(server.adapter.gateway().miners(RunningAdapter.POOL)).hasSize(1);
        }
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

package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.session.SpokenSession.State;
import org.motherlode.ra.socket.EmbeddedLines;

/**
 * What a line of a stranger costs the thread of its connection, from the bytes that the system gives to those that it gets, in
 * each state of a connection and through all that a connection passes on its way to a session:
 * memory that is set aside and time of the processor, neither of which depends on what else the machine does. What is dear
 * once is tried again, and the median counts: the first of a kind has classes to load.
 */
class LineCostTest {
    private static final long MOST_BYTES = 64 * 1_024;
    private static final long MOST_NANOS = 1_000_000;
    private static final int TRIES = 9;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Cost(long bytes, long nanos) {
        boolean isBearable() {
            return bytes <= MOST_BYTES && nanos <= MOST_NANOS;
        }
    }

    @TempDir
    Path folder;

    @Test
    void no_line_costs_more_than_64_kilobytes_and_a_millisecond() throws Exception {
        Map<String, byte[]> lines = HostileLines.all();
        Map<String, Cost> warmingUp = dear(lines);
        Corpus.lines(folder).forEach(line -> lines.put(line, Corpus.bytes(line)));

        assertThat(dear(lines))
                .as("after warming up with %s", warmingUp.keySet())
                .isEmpty();
    }

    private Map<String, Cost> dear(Map<String, byte[]> lines) throws Exception {
        Map<String, Cost> dear = new LinkedHashMap<>();
        for (State state : State.values()) {
            for (Map.Entry<String, byte[]> line : lines.entrySet()) {
                Cost once = cost(state, line.getValue());
                Cost cost = once.isBearable() ? once : median(state, line.getValue());
                if (!cost.isBearable()) {
                    dear.put(state + ": " + line.getKey(), cost);
                }
            }
        }
        return dear;
    }

    private Cost cost(State state, byte[] line) throws Exception {
        SpokenSession talk = new SpokenSession(folder, state);
        byte[] ended = Arrays.copyOf(line, line.length + 1);
        ended[line.length] = '\n';
        try (var path = new EmbeddedLines(talk.session, "line-bytes = " + HostileLines.LINE_BYTES)) {
            talk.path = Optional.of(path.wire());
            ByteBuf come = EmbeddedLines.bytes(ended);
            long bytes = THREADS.getCurrentThreadAllocatedBytes();
            long nanos = THREADS.getCurrentThreadCpuTime();
            path.comes(come);
            long nanosLater = THREADS.getCurrentThreadCpuTime();
            return new Cost(THREADS.getCurrentThreadAllocatedBytes() - bytes, nanosLater - nanos);
        } finally {
            talk.visitor.leave();
        }
    }

    private Cost median(State state, byte[] line) throws Exception {
        List<Cost> tries = new ArrayList<>();
        for (int i = 0; i < TRIES; i++) {
            tries.add(cost(state, line));
        }
        long[] bytes = tries.stream().mapToLong(Cost::bytes).sorted().toArray();
        long[] nanos = tries.stream().mapToLong(Cost::nanos).sorted().toArray();
        return new Cost(bytes[TRIES / 2], nanos[TRIES / 2]);
    }
}

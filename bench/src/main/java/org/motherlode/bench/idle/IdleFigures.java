package org.motherlode.bench.idle;

import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.ServerMemory;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;

/** What came out, for each connection. The first reading is the one without any. */
record IdleFigures(List<Reading> readings, boolean tls) {
    static final int GOAL_KB = 12;
    static final int GOAL_TLS_KB = 45;
    private static final double KILO = 1_000;

    /** Memory at one time, with so many connections. */
    record Reading(String when, int bots, ServerMemory memory) {}

    IdleFigures {
        readings = List.copyOf(readings);
    }

    private ServerMemory base() {
        return readings.get(0).memory();
    }

    /** Heap and native, in kilobytes (1000 bytes), of one connection. */
    double kilobytes(Reading reading) {
        return (heap(reading) + other(reading)) / KILO / Math.max(1, reading.bots());
    }

    private double heap(Reading reading) {
        return reading.memory().heapBytes() - base().heapBytes();
    }

    private double other(Reading reading) {
        return reading.memory().otherBytes() - base().otherBytes();
    }

    /** The most that a connection ever costs: with all jobs that are remembered. */
    double most() {
        return readings.stream()
                .filter(reading -> reading.bots() > 0)
                .mapToDouble(this::kilobytes)
                .max()
                .orElse(0);
    }

    String verdict() {
        int bots = readings.stream().mapToInt(Reading::bots).max().orElse(0);
        int goal = tls ? GOAL_TLS_KB : GOAL_KB;
        return "an idle connection" + (tls ? " with TLS" : "") + " holds at most " + Figure.of(most(), 2)
                + " KB of heap and native memory, with " + bots + " of them: goal of " + goal + " KB "
                + (most() <= goal ? "met" : "missed");
    }

    Outcome outcome() {
        List<List<String>> summary = new ArrayList<>();
        List<List<String>> measured = new ArrayList<>();
        for (Reading reading : readings) {
            int bots = Math.max(1, reading.bots());
            boolean each = reading.bots() > 0;
            summary.add(List.of(
                    reading.when(),
                    Integer.toString(reading.bots()),
                    each ? Figure.of(heap(reading) / KILO / bots, 2) : "",
                    each ? Figure.of(other(reading) / KILO / bots, 2) : "",
                    each ? Figure.of(kilobytes(reading), 2) : "",
                    Long.toString(reading.memory().descriptors())));
            measured.add(List.of(
                    reading.when(),
                    Integer.toString(reading.bots()),
                    Long.toString(reading.memory().heapBytes()),
                    Long.toString(reading.memory().otherBytes()),
                    Long.toString(reading.memory().descriptors())));
        }
        return new Outcome(
                tls ? "idle-tls" : "idle",
                new Sheet(List.of("when", "connections", "heap_bytes", "other_bytes", "descriptors"), measured),
                new Sheet(
                        List.of("when", "connections", "heap_KB_each", "native_KB_each", "KB_each", "descriptors"),
                        summary),
                verdict());
    }
}

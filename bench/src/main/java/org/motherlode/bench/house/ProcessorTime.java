package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time used so far by processes, each with what it started, and by the whole machine.
 *
 * @param nanos by process
 * @param owners who a process belongs to
 * @param machineNanos by everybody, this machine's guests and hosts included where the kernel counts them
 */
public record ProcessorTime(Map<Long, Long> nanos, Map<Long, String> owners, long machineNanos) {
    /** Of {@code /proc/stat}: fixed for programs, whatever the kernel uses inside. */
    private static final long TICK_NANOS = 10_000_000;

    private static final int IDLE = 3;
    private static final int WAITING = 4;
    private static final int STEAL = 7;

    public ProcessorTime {
        nanos = Map.copyOf(nanos);
        owners = Map.copyOf(owners);
    }

    /** Reads it for these processes by name, and for this one as {@code generator}. */
    public static ProcessorTime now(Map<String, Long> processes) throws IOException {
        Map<Long, Long> nanos = new HashMap<>();
        Map<Long, String> owners = new HashMap<>();
        processes.forEach(
                (name, pid) -> ProcessHandle.of(pid).ifPresent(top -> Stream.concat(Stream.of(top), top.descendants())
                        .forEach(one -> read(one, name, nanos, owners))));
        read(ProcessHandle.current(), "generator", nanos, owners);
        return new ProcessorTime(nanos, owners, machine());
    }

    private static void read(ProcessHandle one, String name, Map<Long, Long> nanos, Map<Long, String> owners) {
        nanos.put(one.pid(), one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos());
        owners.put(one.pid(), name);
    }

    /** Everything but idling and waiting for the disk. */
    private static long machine() throws IOException {
        String[] words =
                Files.readAllLines(Path.of("/proc/stat")).get(0).strip().split("\\s+", -1);
        long ticks = 0;
        for (int field = 0; field <= STEAL && field + 1 < words.length; field++) {
            ticks += field == IDLE || field == WAITING ? 0 : Long.parseLong(words[field + 1]);
        }
        return ticks * TICK_NANOS;
    }

    /**
     * Seconds used since an earlier reading, by owner; {@code others} is the rest of the machine. A process that ended in
     * between is not counted.
     */
    public Map<String, Double> since(ProcessorTime earlier) {
        Map<String, Double> seconds = new TreeMap<>();
        nanos.forEach((pid, now) -> seconds.merge(
                owners.getOrDefault(pid, "?"), (now - earlier.nanos.getOrDefault(pid, 0L)) / 1e9, Double::sum));
        double ours = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> all = new LinkedHashMap<>(seconds);
        all.put("others", Math.max(0, (machineNanos - earlier.machineNanos) / 1e9 - ours));
        return all;
    }
}

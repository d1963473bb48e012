package org.motherlode.pow.machine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * How many threads may compute all the time. A control group with a quota stops every thread of the process once the quota
 * of a period is used up, the threads of the sockets among them; so a part of a processor counts for none. Java's own count
 * rounds it up, and may have been set by hand.
 */
public final class Processors {
    private final Path root;

    private Processors(Path root) {
        this.root = root;
    }

    public static Processors ofThisMachine() {
        return new Processors(Path.of("/"));
    }

    /** Reads {@code proc} and {@code sys/fs/cgroup} below this folder. */
    public static Processors below(Path root) {
        return new Processors(root);
    }

    /** At least 1, at most {@code present}, and no more than the narrowest quota allows. */
    public int of(int present) {
        long allowed = quotas().mapToLong(Long::longValue).min().orElse(present);
        return (int) Math.max(1, Math.min(present, allowed));
    }

    /** For this machine: {@link #of} what Java sees. */
    public static int available() {
        return ofThisMachine().of(Runtime.getRuntime().availableProcessors());
    }

    private Stream<Long> quotas() {
        ControlGroups groups = new ControlGroups(root);
        return Stream.concat(
                        groups.unified().map(group -> unified(group.resolve("cpu.max"))),
                        groups.of("cpu")
                                .map(group -> whole(
                                        Numbers.only(group.resolve("cpu.cfs_quota_us")),
                                        Numbers.only(group.resolve("cpu.cfs_period_us")))))
                .flatMap(Optional::stream);
    }

    /** Quota and period in microseconds on one line; the quota may be {@code max}. */
    private static Optional<Long> unified(Path file) {
        return Numbers.lines(file).stream()
                .findFirst()
                .map(line -> line.trim().split("\\s+", -1))
                .filter(words -> words.length == 2)
                .flatMap(words -> whole(Numbers.read(words[0]), Numbers.read(words[1])));
    }

    private static Optional<Long> whole(OptionalLong quota, OptionalLong period) {
        return quota.isPresent() && period.orElse(0) > 0
                ? Optional.of(quota.getAsLong() / period.getAsLong())
                : Optional.empty();
    }
}

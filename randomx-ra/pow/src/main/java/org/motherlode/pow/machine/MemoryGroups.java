package org.motherlode.pow.machine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Memory that control groups leave. Files that can be dropped from memory count as used there although they make way, so
 * they are added to what is left.
 */
final class MemoryGroups {
    /** How one version of the kernel's interface names limit, use, and the use by files that can be dropped. */
    private record Names(String limit, String used, String droppable) {}

    private static final Names UNIFIED = new Names("memory.max", "memory.current", "inactive_file");
    private static final Names FIRST =
            new Names("memory.limit_in_bytes", "memory.usage_in_bytes", "total_inactive_file");

    private MemoryGroups() {}

    static Stream<Room> rooms(Path root) {
        ControlGroups groups = new ControlGroups(root);
        return Stream.concat(
                        groups.unified().map(group -> room(group, UNIFIED)),
                        groups.of("memory").map(group -> room(group, FIRST)))
                .flatMap(Optional::stream);
    }

    private static Optional<Room> room(Path group, Names names) {
        OptionalLong limit = Numbers.only(group.resolve(names.limit()));
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        long used = Numbers.only(group.resolve(names.used())).orElse(0);
        long droppable =
                Numbers.named(group.resolve("memory.stat"), names.droppable()).orElse(0);
        return Optional.of(new Room(Math.max(0, limit.getAsLong() - used + droppable), group + "/" + names.limit()));
    }
}

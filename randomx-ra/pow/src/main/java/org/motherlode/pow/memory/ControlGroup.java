package org.motherlode.pow.memory;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Limits of control groups (version 2): the one of this process and each above it. Files that can be dropped from memory
 * count as used there although they make way, so they are added to what is left.
 */
final class ControlGroup {
    private ControlGroup() {}

    static Stream<Room> rooms(Path root) {
        Path mount = root.resolve("sys/fs/cgroup");
        Path own = Numbers.lines(root.resolve("proc/self/cgroup")).stream()
                .filter(line -> line.startsWith("0::/"))
                .findFirst()
                .map(line -> mount.resolve(line.substring("0::/".length())).normalize())
                .orElse(mount);
        return Stream.iterate(own, group -> group.startsWith(mount), ControlGroup::above)
                .flatMap(group -> room(group).stream());
    }

    private static Path above(Path group) {
        Path parent = group.getParent();
        return parent == null ? group.getFileSystem().getPath("") : parent;
    }

    private static Optional<Room> room(Path group) {
        OptionalLong limit = Numbers.only(group.resolve("memory.max"));
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        long used = Numbers.only(group.resolve("memory.current")).orElse(0);
        long droppable =
                Numbers.named(group.resolve("memory.stat"), "inactive_file").orElse(0);
        return Optional.of(new Room(Math.max(0, limit.getAsLong() - used + droppable), group + "/memory.max"));
    }
}

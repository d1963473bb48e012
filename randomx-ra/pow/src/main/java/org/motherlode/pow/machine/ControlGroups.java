package org.motherlode.pow.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of the control groups that limit this process: its own first, then each above it, because a limit binds all
 * groups below. In a container the own group may be named by a path that only the host can see; the folder at which the
 * groups are mounted is then the container's own.
 */
record ControlGroups(Path root) {
    private static final int LINE_PARTS = 3;

    /** Of version 2, which has one tree for everything. */
    Stream<Path> unified() {
        return lines().filter(line -> line[0].equals("0") && line[1].isEmpty())
                .flatMap(line -> upwards(mount(), line[2]));
    }

    /** Of version 1, where {@code controller} ({@code memory}, {@code cpu}) has a tree of its own or shares one. */
    Stream<Path> of(String controller) {
        return lines().filter(line -> List.of(line[1].split(",")).contains(controller))
                .flatMap(line -> Stream.of(line[1], controller)
                        .distinct()
                        .map(mount()::resolve)
                        .flatMap(tree -> upwards(tree, line[2])));
    }

    private Path mount() {
        return root.resolve("sys/fs/cgroup");
    }

    /** Hierarchy, controllers and group: cgroups(7). */
    private Stream<String[]> lines() {
        return Numbers.lines(root.resolve("proc/self/cgroup")).stream()
                .map(line -> line.split(":", LINE_PARTS))
                .filter(line -> line.length == LINE_PARTS && line[2].startsWith("/"));
    }

    private static Stream<Path> upwards(Path tree, String group) {
        Path own = tree.resolve(group.substring(1)).normalize();
        return Stream.iterate(own, folder -> folder.startsWith(tree), ControlGroups::above);
    }

    private static Path above(Path folder) {
        Path parent = folder.getParent();
        return parent == null ? folder.getFileSystem().getPath("") : parent;
    }
}

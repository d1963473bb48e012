package org.motherlode.pow.machine;

import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory that is touched long after it was allocated is not refused by the kernel: the process is killed. So it is asked
 * beforehand how much there is, on the machine and under the limit of each control group the process lives in.
 */
public final class MemoryBudget {
    private final Path root;

    private MemoryBudget(Path root) {
        this.root = root;
    }

    public static MemoryBudget ofThisMachine() {
        return new MemoryBudget(Path.of("/"));
    }

    /** Reads {@code proc} and {@code sys/fs/cgroup} below this folder. */
    public static MemoryBudget below(Path root) {
        return new MemoryBudget(root);
    }

    /** The narrowest of the limits; empty limits count as none. */
    public Room room() {
        Stream<Room> limits =
                Stream.concat(MachineMemory.room(root.resolve("proc/meminfo")).stream(), MemoryGroups.rooms(root));
        return limits.min(Room::compareTo).orElse(new Room(Long.MAX_VALUE, "nothing is known to limit it"));
    }

    /** An {@link IllegalStateException} that says how much is missing and by whose limit. */
    public void demand(long bytes, String forWhat) {
        Room room = room();
        if (room.bytes() < bytes) {
            throw new IllegalStateException(forWhat + " needs " + mebibytes(bytes) + " MiB, but only "
                    + mebibytes(room.bytes()) + " MiB are available (" + room.source() + ")");
        }
    }

    private static long mebibytes(long bytes) {
        return bytes >> 20;
    }
}

package org.motherlode.pow.machine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code MemAvailable} of {@code /proc/meminfo}: what can be had without swapping. */
final class MachineMemory {
    private MachineMemory() {}

    static Optional<Room> room(Path meminfo) {
        OptionalLong kibibytes = Numbers.named(meminfo, "MemAvailable:");
        return kibibytes.isPresent()
                ? Optional.of(new Room(kibibytes.getAsLong() << 10, "MemAvailable"))
                : Optional.empty();
    }
}

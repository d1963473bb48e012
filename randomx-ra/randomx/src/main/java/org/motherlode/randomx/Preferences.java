package org.motherlode.randomx;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the operator wishes.
 *
 * @param library the file to try before those of the system
 * @param engine how to run programs; empty: the best that the kernel allows
 */
public record Preferences(Optional<Path> library, Optional<Engine> engine) {
    public static Preferences none() {
        return new Preferences(Optional.empty(), Optional.empty());
    }

    public Preferences withLibrary(Path file) {
        return new Preferences(Optional.of(file), engine);
    }

    public Preferences withEngine(Engine wished) {
        return new Preferences(library, Optional.of(wished));
    }
}

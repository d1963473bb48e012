package org.motherlode.pow.randomx;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.motherlode.randomx.Preferences;
import org.motherlode.randomx.RandomX;

/** Libraries stay open as long as the process, so each is opened and tested once; there are as many as configured paths. */
final class Libraries {
    private static final Map<Preferences, RandomX> OPEN = new ConcurrentHashMap<>();

    private Libraries() {}

    static RandomX at(String path) {
        Optional<Path> file = path.isBlank() ? Optional.empty() : Optional.of(Path.of(path));
        return OPEN.computeIfAbsent(new Preferences(file, Optional.empty()), RandomX::open);
    }
}

package org.motherlode.ra.session;

import java.util.Optional;

/** What to answer, if anything, and whether the connection ends with it. */
record Reply(Optional<String> line, boolean last) {
    static Reply nothing() {
        return new Reply(Optional.empty(), false);
    }

    static Reply of(String line) {
        return new Reply(Optional.of(line), false);
    }

    static Reply last(String line) {
        return new Reply(Optional.of(line), true);
    }
}

package org.motherlode.batch.timer;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tells a database that cannot be reached from a fault of ours. */
final class Outage {
    /** SQLSTATE: connection exception, insufficient resources, operator intervention (PostgreSQL, appendix A). */
    private static final List<String> CLASSES = List.of("08", "53", "57");

    private static final int DEEPEST = 20;

    private Outage() {}

    /** What the database or its pool of connections said, if that is what ended this look. */
    static Optional<String> words(Throwable fault) {
        Throwable cause = fault;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException said && isOutage(said)) {
                return Optional.of(String.valueOf(said.getMessage()));
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    /** A pool that gets no connection gives no state. */
    private static boolean isOutage(SQLException said) {
        String state = said.getSQLState();
        return state == null || CLASSES.stream().anyMatch(state::startsWith);
    }
}

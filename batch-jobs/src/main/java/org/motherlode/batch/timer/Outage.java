package org.motherlode.batch.timer;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a database that cannot be reached from whatever else may be wrong, which somebody has to mend. */
final class Outage {
    /**
     * SQLSTATE (PostgreSQL, appendix A): connection exceptions; the server is shutting down, crashed, or starting; it has no
     * connection left.
     */
    private static final List<String> STATES = List.of("08", "57P01", "57P02", "57P03", "53300");

    private static final int DEEPEST = 30;

    private Outage() {}

    /** What the driver or the network said, if the database is away; of several causes the deepest counts. */
    static Optional<String> words(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(Outage::tells)
                .reduce((outer, inner) -> inner)
                .filter(Outage::isOutage)
                .map(cause -> String.valueOf(cause.getMessage()));
    }

    /** A pool that gets no connection says so without a state, whatever the reason: that lies below. */
    private static boolean tells(Throwable cause) {
        return isOfTheNetwork(cause) || (cause instanceof SQLException said && said.getSQLState() != null);
    }

    private static boolean isOutage(Throwable cause) {
        return isOfTheNetwork(cause)
                || (cause instanceof SQLException said
                        && STATES.stream().anyMatch(state -> said.getSQLState().startsWith(state)));
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof SocketTimeoutException
                || cause instanceof UnknownHostException;
    }
}

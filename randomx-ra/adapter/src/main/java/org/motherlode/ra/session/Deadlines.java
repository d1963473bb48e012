package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.ra.statistics.Count;

/** When a connection has kept us waiting for too long. Times are milliseconds of a clock that only goes forward. */
final class Deadlines {
    private final SessionSettings settings;
    private final long connectedAt;
    private long heardAt;
    private long keptUpAt;
    private long takenAt;
    private long awaited;
    private long excusedAt;

    Deadlines(SessionSettings settings, long nowMillis) {
        this.settings = settings;
        this.connectedAt = nowMillis;
        this.heardAt = nowMillis;
        this.keptUpAt = nowMillis;
        this.takenAt = nowMillis;
        this.excusedAt = nowMillis;
    }

    void heard(long nowMillis) {
        heardAt = nowMillis;
    }

    /**
     * What the connection has not done in time, by the figure of those that are cut for it; empty while it may stay.
     *
     * @param excused whether nobody can expect a first share of it now
     */
    Optional<Count> missed(boolean loggedIn, boolean excused, Wire wire, long nowMillis) {
        if (excused) {
            excusedAt = nowMillis;
        }
        if (wire.isEnding()) {
            return Optional.empty(); // it was counted when it was told to
        }
        if (readsTooSlowly(wire, nowMillis)) {
            return Optional.of(Count.CONNECTIONS_CUT_SLOW);
        }
        if (nowMillis - heardAt >= settings.idleMillis()) {
            return Optional.of(Count.CONNECTIONS_CUT_IDLE);
        }
        if (!loggedIn && nowMillis - connectedAt >= settings.loginMillis()) {
            return Optional.of(Count.CONNECTIONS_CUT_LOGIN);
        }
        boolean overdue = nowMillis - excusedAt >= settings.firstShareMillis();
        return overdue ? Optional.of(Count.CONNECTIONS_CUT_SHARE) : Optional.empty();
    }

    /** More waits for it than may, or what was there at one look, however little, is still there so long after. */
    private boolean readsTooSlowly(Wire wire, long nowMillis) {
        if (wire.keepsUp()) {
            keptUpAt = nowMillis;
        }
        if (wire.linesTaken() >= awaited) {
            takenAt = nowMillis;
            awaited = wire.linesSent();
        }
        return nowMillis - keptUpAt >= settings.slowReaderMillis()
                || nowMillis - takenAt >= settings.slowReaderMillis();
    }
}

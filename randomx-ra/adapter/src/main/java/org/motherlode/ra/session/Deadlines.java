package org.motherlode.ra.session;

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

    /** Whether the connection should end, by what it has done so far. */
    boolean arePassed(boolean loggedIn, Wire wire, long nowMillis) {
        return readsTooSlowly(wire, nowMillis)
                || nowMillis - heardAt >= settings.idleMillis()
                || (!loggedIn && nowMillis - connectedAt >= settings.loginMillis());
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

    /** Whether a miner that has work has not found its first share in all that time; excused is who has none. */
    boolean isFirstShareOverdue(boolean excused, long nowMillis) {
        if (excused) {
            excusedAt = nowMillis;
        }
        return nowMillis - excusedAt >= settings.firstShareMillis();
    }
}

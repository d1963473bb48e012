package org.motherlode.ra.session;

/** When a connection has kept us waiting for too long. Times are milliseconds of a clock that only goes forward. */
final class Deadlines {
    private final SessionSettings settings;
    private final long connectedAt;
    private long heardAt;
    private long keptUpAt;

    Deadlines(SessionSettings settings, long nowMillis) {
        this.settings = settings;
        this.connectedAt = nowMillis;
        this.heardAt = nowMillis;
        this.keptUpAt = nowMillis;
    }

    void heard(long nowMillis) {
        heardAt = nowMillis;
    }

    /** Whether the connection should end, by what it has done so far. */
    boolean arePassed(boolean loggedIn, boolean keepsUp, long nowMillis) {
        if (keepsUp) {
            keptUpAt = nowMillis;
        }
        return nowMillis - keptUpAt >= settings.slowReaderMillis()
                || nowMillis - heardAt >= settings.idleMillis()
                || (!loggedIn && nowMillis - connectedAt >= settings.loginMillis());
    }
}

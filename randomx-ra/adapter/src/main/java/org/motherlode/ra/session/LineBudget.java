package org.motherlode.ra.session;

/** A bucket of tokens, one for each line: fills at a steady rate and holds so many. In thousandths of a token. */
final class LineBudget {
    private static final long TOKEN = 1_000;

    private final long perSecond;
    private final long most;
    private long tokens;
    private long filledAt;

    LineBudget(int linesPerSecond, int linesAtOnce, long nowMillis) {
        this.perSecond = linesPerSecond;
        this.most = linesAtOnce * TOKEN;
        this.tokens = most;
        this.filledAt = nowMillis;
    }

    boolean take(long nowMillis) {
        // A line per second is a thousandth of a token per millisecond; a long pause fills the bucket, no more.
        long elapsed = Math.min(most / perSecond + 1, nowMillis - filledAt);
        tokens = Math.min(most, tokens + elapsed * perSecond);
        filledAt = nowMillis;
        if (tokens < TOKEN) {
            return false;
        }
        tokens -= TOKEN;
        return true;
    }

    /** For a line that something else counts. */
    void giveBack() {
        tokens = Math.min(most, tokens + TOKEN);
    }
}

package org.motherlode.ra.session;

import org.motherlode.ra.guard.Visitor;

/**
 * What one connection may say: a bucket of tokens that fills at a steady rate and holds so many, one for each begun part of a
 * line; and then what its address and network may. In thousandths of a token.
 */
final class LineBudget {
    private static final long TOKEN = 1_000;

    private final Visitor visitor;
    private final long perSecond;
    private final long most;
    private final int partBytes;
    private long tokens;
    private long filledAt;

    LineBudget(SessionSettings settings, Visitor visitor, long nowMillis) {
        this.visitor = visitor;
        this.perSecond = settings.linesPerSecond();
        this.most = settings.linesAtOnce() * TOKEN;
        this.partBytes = settings.linePartBytes();
        this.tokens = most;
        this.filledAt = nowMillis;
    }

    /** Whether a line of so many bytes may be looked at. */
    boolean take(int bytes, long nowMillis) {
        int lines = 1 + bytes / partBytes;
        // Of more than it ever holds, all that it holds: a line that may be that long may come at some time.
        return takeOwn(Math.min(most, lines * TOKEN), nowMillis) && visitor.maySay(lines);
    }

    private boolean takeOwn(long wanted, long nowMillis) {
        // A line per second is a thousandth of a token per millisecond; a long pause fills the bucket, no more.
        long elapsed = Math.min(most / perSecond + 1, nowMillis - filledAt);
        tokens = Math.min(most, tokens + elapsed * perSecond);
        filledAt = nowMillis;
        if (tokens < wanted) {
            return false;
        }
        tokens -= wanted;
        return true;
    }

    /** For a line that something else counts; what it had more than one of is not meant. */
    void giveBack() {
        tokens = Math.min(most, tokens + TOKEN);
    }
}

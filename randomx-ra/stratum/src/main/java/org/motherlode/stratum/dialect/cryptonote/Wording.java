package org.motherlode.stratum.dialect.cryptonote;

import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Problem;

/**
 * What miners are told. XMRig 6.26 leaves the connection and comes back when a message begins with
 * {@code Unauthenticated}, {@code IP Address currently banned} or {@code Invalid job id}; all other messages on a share
 * only count it as rejected.
 *
 * @param code {@link #FINAL} or {@link #LATER}; XMRig only logs it
 */
record Wording(int code, String message) {
    /** What every pool sends: the same request again would be refused again. */
    static final int FINAL = -1;
    /** Ours: nothing is wrong with the request, come again after a pause. */
    static final int LATER = -2;

    /** It is good and counts as soon as it is stored. Sent again it is a duplicate, so this must not read as an invitation. */
    static final Wording NOT_STORED_YET = refused("Share is not stored yet, do not send it again");

    /**
     * A job that this session once had is {@code STALE} however old it is. {@code UNKNOWN_JOB} is one that it never had:
     * that miner works on something that nobody will ever credit, so that a fresh start is what it needs.
     */
    static Wording of(ShareRefusal why) {
        return switch (why) {
            case STALE -> refused("Block expired");
            case DUPLICATE -> refused("Duplicate share");
            case LOW_DIFFICULTY -> refused("Low difficulty share");
            case BAD_HASH -> refused("Invalid share");
            case UNKNOWN_JOB -> refused("Invalid job id");
            case MALFORMED -> refused("Malformed share");
            // In the words of xmrig-proxy.
            case WRONG_ALGORITHM -> refused("Incorrect algorithm");
            case MISPLACED_NONCE -> refused("Nonce at the wrong place, this coin needs another miner");
            case THROTTLED -> later("Too many shares");
            case NOT_READY -> later("Pool is not ready to check this share");
        };
    }

    static Wording of(Problem problem) {
        return switch (problem) {
            case NOT_LOGGED_IN -> refused("Unauthenticated");
            case MALFORMED -> refused("Malformed request");
            case UNKNOWN_METHOD -> refused("Unknown method");
            case LINE_TOO_LONG -> refused("Line is too long");
            case LOGGED_IN_ALREADY -> refused("Logged in already");
            case TOO_FAST -> later("Too many requests");
            case LATER -> later("Too many requests from your address or network, try again later");
            case BANNED -> later("IP Address currently banned");
            case BAD_HASHES -> refused("Too many invalid shares in a row");
            case NO_WORK -> later("Pool has no work at the moment");
        };
    }

    private static Wording refused(String message) {
        return new Wording(FINAL, message);
    }

    private static Wording later(String message) {
        return new Wording(LATER, message);
    }
}

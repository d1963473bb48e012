package org.motherlode.ra.guard;

import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;

/**
 * What counts against an origin, in quarters of a wrong hash. A hash costs us much and cannot come about by chance; an easy
 * share or an unknown job may be an old miner's fault, and too many lines a neighbour's; a share sent twice costs next to nothing and happens to good
 * miners, as a handshake that fails does.
 */
public enum Offence {
    BAD_HASH(4, "too many wrong hashes"),
    MALFORMED(4, "too many malformed shares"),
    LOW_DIFFICULTY(2, "too many shares below their difficulty"),
    UNKNOWN_JOB(2, "too many shares of unknown jobs"),
    UNPAYING_BLOCK(2, "too many blocks of its own that would not pay the pool"),
    NO_REQUEST(2, "too many lines that are no request"),
    SECOND_LOGIN(2, "too many logins on connections that had logged in"),
    FLOOD(2, "too many connections that sent too many lines"),
    FAILED_HANDSHAKE(1, "too many TLS handshakes that failed"),
    DUPLICATE(1, "too many shares sent twice");

    /** The weight of the worst. */
    static final int WHOLE = 4;

    private final int weight;
    private final String words;

    Offence(int weight, String words) {
        this.weight = weight;
        this.words = words;
    }

    /** Why somebody is banned whom this one made the measure full. */
    String words() {
        return words;
    }

    int weight() {
        return weight;
    }

    /**
     * Empty for what the server brought about, for what only came late, and for what a miner itself says is no share of this job:
     * behind a proxy one machine of another function would have all the others banned. A misplaced nonce has cost its miner as
     * much work as a right one would.
     */
    static Optional<Offence> of(ShareRefusal why) {
        return switch (why) {
            case BAD_HASH -> Optional.of(BAD_HASH);
            case MALFORMED -> Optional.of(MALFORMED);
            case LOW_DIFFICULTY -> Optional.of(LOW_DIFFICULTY);
            case UNKNOWN_JOB -> Optional.of(UNKNOWN_JOB);
            case DUPLICATE -> Optional.of(DUPLICATE);
            case STALE, THROTTLED, NOT_READY, WRONG_ALGORITHM, MISPLACED_NONCE -> Optional.empty();
        };
    }
}

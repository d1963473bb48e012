package org.motherlode.model.wire;

/** Why a request that is no share got no proper answer. */
public enum Problem {
    NOT_LOGGED_IN,
    MALFORMED,
    UNKNOWN_METHOD,
    LINE_TOO_LONG,
    TOO_FAST,
    /** It asked for no more than it may, but others have used up what it shares with them. */
    LATER,
    BANNED,
    /** Several of its shares in a row had a wrong hash; its connection ends with this. */
    BAD_HASHES,
    NO_WORK,
    LOGGED_IN_ALREADY
}

package org.motherlode.model.wire;

/** Why a request that is no share got no proper answer. */
public enum Problem {
    NOT_LOGGED_IN,
    MALFORMED,
    UNKNOWN_METHOD,
    LINE_TOO_LONG,
    TOO_FAST,
    BANNED,
    NO_WORK,
    LOGGED_IN_ALREADY
}

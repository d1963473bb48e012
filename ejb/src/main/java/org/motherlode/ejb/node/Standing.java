package org.motherlode.ejb.node;

/** Whether this server may use its node id, and one sentence about it. */
public record Standing(State state, String words) {
    /** What the server may do. */
    public enum State {
        /** Nothing is known yet; no miners are let in. */
        UNKNOWN,
        /** Miners are let in. */
        OURS,
        /** It was ours and the database does not confirm it now; miners stay until it is known that somebody else has it. */
        UNCONFIRMED,
        /** Somebody else has it; no miners are let in until it is free. */
        REFUSED,
        /** It was ours and somebody else has it now, or it must not be used at all; only a new start changes that. */
        LOST
    }

    /** Whether this server may say what the node has accepted. */
    public boolean isOurs() {
        return state == State.OURS || state == State.UNCONFIRMED;
    }
}

package org.motherlode.ra.guard;

/** What a connection may do only so often. */
public enum Ask {
    /** To be let in at the door. */
    ARRIVE,
    /** To log in. */
    LOGIN,
    /** To send a share, as far as its own connection goes. */
    OWN_SUBMIT,
    /** To have a share hashed, as far as its address and its network go. */
    SUBMIT,
    /** The same as far as its wallet goes, in its network. */
    WALLET_SUBMIT,
    /** To have a share hashed, before the connection's first good one, as far as all three go. */
    FIRST_HASH,
    /** To have a block of its own looked at. */
    PROPOSE,
    /** To be heard. */
    KEEP_ALIVE,
    /** To get the job once more, as far as its own connection goes. */
    OWN_GET_JOB,
    /** The same as far as its address and its network go; a no gives back what its connection has used up for it. */
    GET_JOB
}

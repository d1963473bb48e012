package org.motherlode.model.wire;

/** What a connection offers beside the plain protocol. A dialect tells its miner only what is true of that connection. */
public enum Extension {
    /** The same port takes TLS too. */
    TLS,
    /** The miner splits the nonce as NiceHash does: it leaves the last byte of the nonce as it stands in the job. */
    NICEHASH
}

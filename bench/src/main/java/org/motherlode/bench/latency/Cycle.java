package org.motherlode.bench.latency;

/**
 * Nanoseconds from the line on its way to its answer, of three lines sent one after the other.
 *
 * @param good hashed once, made durable, answered with OK
 * @param repeated the same once more, refused without hashing: the socket and the session
 * @param forged hashed twice (the server doubts itself first), then refused; nothing is made durable
 * @param sync a block of a preallocated file on the server's disk, written with fdatasync, with no server in between
 */
record Cycle(long good, long repeated, long forged, long sync) {
    /** One hash. */
    long verify() {
        return (forged - repeated) / 2;
    }

    /** What making it durable adds: the good share less a share that is hashed once and not stored. */
    long own() {
        return good - (forged + repeated) / 2;
    }
}

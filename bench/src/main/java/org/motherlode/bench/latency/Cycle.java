package org.motherlode.bench.latency;

/**
 * Nanoseconds from the line on its way to its answer, of two lines sent one after the other.
 *
 * @param good hashed by a hash that costs nothing, made durable, answered with OK
 * @param repeated the same once more, refused without hashing: the socket and the session
 * @param sync a block of a preallocated file on the server's disk, written with fdatasync, with no server in between
 */
record Cycle(long good, long repeated, long sync) {
    /** What durability adds, and the way to a verifier and back. */
    long own() {
        return good - repeated;
    }
}

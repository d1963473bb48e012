package org.motherlode.bench;

/** The benches, as they are named on the command line. */
enum Which {
    binding,
    start,
    path,
    latency,
    all;

    boolean includes(Which one) {
        return this == one || this == all;
    }

    boolean needsHouse() {
        return this != binding;
    }
}

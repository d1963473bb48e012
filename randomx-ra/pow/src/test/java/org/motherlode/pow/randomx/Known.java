package org.motherlode.pow.randomx;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/** Seeds with the official hash ({@code tests.cpp} of the RandomX authors) of one input. */
record Known(Seed seed, String hash) {
    /** A dataset takes a minute of all processors, and these may be at something else. */
    private static final int MOST_MINUTES = 15;

    private static final long LOOK_NANOS = 1_000_000;

    static final byte[] INPUT = bytes("sed do eiusmod tempor incididunt ut labore et dolore magna aliqua");
    static final Known FIRST =
            new Known(seed("test key 000"), "c36d4ed4191e617309867ed66a443be4075014e2b061bcdaf9ce7b721d2b77a8");
    static final Known SECOND =
            new Known(seed("test key 001"), "e9ff4503201c0c2cca26d285c93ae883f9b1d30c9eb240b820756f2d5a7905fc");

    static Seed seed(String ascii) {
        return new Seed(Octets.of(bytes(ascii)));
    }

    Hash expected() {
        return Hash.ofHex(hash);
    }

    /** Polls; a state that never comes is a failure, not an endless test. */
    static void await(String what, BooleanSupplier state) throws TimeoutException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MOST_MINUTES);
        while (!state.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new TimeoutException("never: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static byte[] bytes(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }
}

package org.motherlode.bench.load;

import org.motherlode.stratum.client.PoolJob;

/**
 * How busy a server is to be kept.
 *
 * @param verifiers threads of it that hash
 * @param percent of what they can hash, by the speed of one thread of the library on the same machine
 */
public record Load(int verifiers, int percent) {
    private static final int HASHES = 100;
    private static final double WHOLE = 100;

    public Load {
        if (verifiers < 1 || percent < 1 || percent > WHOLE) {
            throw new IllegalArgumentException("at least one verifier, 1 to 100 percent");
        }
    }

    /** Shares per second; measures for some seconds. */
    public double perSecond(Hashing hashing, PoolJob like) {
        return hashing.alone(like, HASHES).perSecond() * verifiers * percent / WHOLE;
    }
}

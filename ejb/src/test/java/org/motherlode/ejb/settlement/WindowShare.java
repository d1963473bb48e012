package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import org.motherlode.model.share.ShareNumber;

/** A share in its place among a pool's shares. */
record WindowShare(Instant at, ShareNumber number, String miner, BigInteger difficulty)
        implements Comparable<WindowShare> {
    private static final Comparator<WindowShare> ORDER =
            Comparator.comparing(WindowShare::at).thenComparing(WindowShare::number);

    @Override
    public int compareTo(WindowShare other) {
        return ORDER.compare(this, other);
    }
}

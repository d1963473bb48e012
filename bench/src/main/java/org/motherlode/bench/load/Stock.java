package org.motherlode.bench.load;

import java.util.List;

/** Claims whose hashes are known, and how long several threads took to find them: the library's own speed on as many. */
public record Stock(List<Claim> claims, long nanos) {
    public Stock {
        claims = List.copyOf(claims);
    }

    /** Hashes per second, all threads together. */
    public double rate() {
        return claims.size() * 1e9 / nanos;
    }
}

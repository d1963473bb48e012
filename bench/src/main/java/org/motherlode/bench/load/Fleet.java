package org.motherlode.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Miners on connections of their own, so that none of them sends more than a session may. */
public final class Fleet implements AutoCloseable {
    private static final Duration LOGIN = Duration.ofSeconds(60);

    private final List<Miner> miners = new ArrayList<>();

    private Fleet() {}

    public static Fleet of(int size, int port, String address) throws IOException, InterruptedException {
        Fleet fleet = new Fleet();
        try {
            for (int i = 0; i < size; i++) {
                fleet.miners.add(Miner.logIn(port, address, LOGIN));
            }
            return fleet;
        } catch (IOException | InterruptedException e) {
            fleet.close();
            throw e;
        }
    }

    public List<Miner> miners() {
        return List.copyOf(miners);
    }

    /** So many claims, taken in turn from all miners, their hashes still to be found. */
    List<Claim> next(int count) {
        List<Claim> claims = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            claims.add(miners.get(i % miners.size()).next());
        }
        return claims;
    }

    /** So many claims, taken in turn from all miners, each hashed by this. */
    public List<Claim> claims(int count, UnaryOperator<byte[]> hash) {
        return next(count).stream()
                .map(claim -> claim.with(hash.apply(claim.input())))
                .toList();
    }

    @Override
    public void close() {
        miners.forEach(Miner::close);
    }
}

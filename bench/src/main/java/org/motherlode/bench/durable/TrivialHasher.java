package org.motherlode.bench.durable;

import java.util.List;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowVm;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/** Takes the place of RandomX in a server that is only measured. Any seed will do. */
final class TrivialHasher implements PowHasher {
    static final PowId ID = new PowId("rx/0");

    @Override
    public PowId id() {
        return ID;
    }

    @Override
    public void keep(List<Seed> seeds) {}

    @Override
    public boolean isReady(Seed seed) {
        return true;
    }

    @Override
    public PowVm newVm() {
        return new PowVm() {
            @Override
            public Hash hash(Seed seed, byte[] input) {
                return Hash.of(TrivialHash.of(input));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<String> describe() {
        return List.of("a trivial hash for measurements: nothing that is mined here is worth anything");
    }

    @Override
    public void close() {}
}

package org.motherlode.pow.mining;

import java.util.ServiceLoader;
import org.motherlode.model.pow.PowHasher;
import org.motherlode.model.pow.PowHasherProvider;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.model.pow.Seed;

/** A hasher that a miner can use. */
public interface MiningHasher extends PowHasher {
    @Override
    MiningVm newVm();

    /** Whether hashes of this seed come out of a dataset by now. */
    @Override
    boolean isFast(Seed seed);

    /** The hasher of this name; an {@link IllegalStateException} if there is none, if it cannot mine, or if it cannot be opened. */
    static MiningHasher open(PowId id, PowOptions options) {
        for (PowHasherProvider provider : ServiceLoader.load(PowHasherProvider.class)) {
            if (provider.id().equals(id) && provider.open(options) instanceof MiningHasher hasher) {
                return hasher;
            }
        }
        throw new IllegalStateException("there is no miner for " + id);
    }
}

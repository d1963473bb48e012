package org.motherlode.pow.randomx;

import java.util.Optional;
import org.motherlode.model.pow.Commitment;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/**
 * A function that miners know by name, and what it is made of.
 *
 * @param forgeryBound as in {@link org.motherlode.model.pow.PowHasher#forgeryBound}
 * @param endsWithCommitment whether the hash that counts is Blake2b-256 of the input and the RandomX hash
 */
record Algorithm(PowId id, Variant variant, Difficulty forgeryBound, boolean endsWithCommitment) {
    /** The RandomX hash itself. */
    static final Algorithm RX_0 = new Algorithm(new PowId("rx/0"), Variant.V1, Difficulty.of(1), false);

    /**
     * A forger tries as many commitments as the share's difficulty, each some 224 ns of one core: at 100,000 that is what a hash
     * in light mode costs us on the same machine, 22 ms.
     */
    private static final Difficulty DEAR = Difficulty.of(100_000);

    /** What XMRig calls rx/2: it submits the commitment as its result and compares that with the target. */
    static final Algorithm RX_2 = new Algorithm(new PowId("rx/2"), Variant.V2, DEAR, true);

    /** Whatever counts as the hash of this input, computed by this machine of this library. */
    Hash hash(RandomX randomX, Vm vm, byte[] input) {
        byte[] out = new byte[Vm.HASH_BYTES];
        vm.hash(input, out);
        return Hash.of(endsWithCommitment ? randomX.commitment(input, out) : out);
    }

    /** XMRig sends the RandomX hash as the only extra of a share, by the name {@code commitment}. */
    Optional<Commitment> commitment(RandomX randomX) {
        return endsWithCommitment
                ? Optional.of((input, claimed, extras) -> extras.size() == 1
                        && extras.get(0).length() == Vm.HASH_BYTES
                        && claimed.equals(
                                Hash.of(randomX.commitment(input, extras.get(0).toBytes()))))
                : Optional.empty();
    }
}

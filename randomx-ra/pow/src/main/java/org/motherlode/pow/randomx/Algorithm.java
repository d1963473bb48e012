package org.motherlode.pow.randomx;

import java.util.Optional;
import org.motherlode.model.pow.Commitment;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Hash;
import org.motherlode.randomx.RandomX;
import org.motherlode.randomx.Variant;
import org.motherlode.randomx.Vm;

/**
 * A function that miners know by name, and what it is made of.
 *
 * @param endsWithCommitment whether the hash that counts is Blake2b-256 of the input and the RandomX hash
 */
record Algorithm(PowId id, Variant variant, boolean endsWithCommitment) {
    /** The RandomX hash itself. */
    static final Algorithm RX_0 = new Algorithm(new PowId("rx/0"), Variant.V1, false);

    /** What XMRig calls rx/2: it submits the commitment as its result and compares that with the target. */
    static final Algorithm RX_2 = new Algorithm(new PowId("rx/2"), Variant.V2, true);

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

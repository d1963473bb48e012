package org.motherlode.pow.randomx;

import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;
import org.motherlode.pow.mining.Found;
import org.motherlode.pow.mining.MiningTarget;
import org.motherlode.pow.mining.Work;
import org.motherlode.randomx.NonceRange;
import org.motherlode.randomx.Target;
import org.motherlode.randomx.Vm;

/** Work of a miner in the words of the binding. */
final class Batches {
    private Batches() {}

    static List<Found> mine(Vm vm, Work work, long firstNonce, int count) {
        NonceRange nonces = new NonceRange(work.nonceOffset(), work.nonceBytes(), firstNonce, count);
        return vm.mine(work.blob().toBytes(), nonces, target(work.target())).stream()
                .map(hit -> new Found(work, hit.nonce(), Hash.of(hit.hash())))
                .toList();
    }

    private static Target target(MiningTarget target) {
        return target.fold(
                word -> Target.below(word.limit()),
                whole -> whole.order() == HashOrder.BIG_ENDIAN
                        ? Target.bigEndian(whole.bytes().toBytes())
                        : Target.littleEndian(reversed(whole.bytes())));
    }

    private static byte[] reversed(Octets octets) {
        byte[] reversed = new byte[octets.length()];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = octets.at(reversed.length - 1 - i);
        }
        return reversed;
    }
}

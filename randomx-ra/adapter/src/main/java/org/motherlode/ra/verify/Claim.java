package org.motherlode.ra.verify;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.work.Hash;
import org.motherlode.ra.job.MinerJob;

/**
 * A share that passed the cheap checks.
 *
 * @param claimed the hash that the miner says it found; empty where the dialect sends none
 * @param extras what came beside, as in {@link org.motherlode.model.wire.Request.Submit}
 */
public record Claim(MinerJob job, Octets nonce, Optional<Hash> claimed, List<Octets> extras) {
    public Claim {
        extras = List.copyOf(extras);
    }

    /** Whether, if the claim is true, this is a block. */
    public boolean isBlock() {
        return claimed.filter(hash -> job.template().block().meetsNetwork(hash)).isPresent();
    }

    /** What is hashed. */
    byte[] input() {
        return job.work().withNonce(nonce).toBytes();
    }

    /** What a miner has hashed that cannot write its nonce where this chain has it; empty where none is known. */
    Optional<byte[]> misplacedInput() {
        Octets bytes = job.work().hashingBytes();
        return job.template()
                .block()
                .misplacedNonce()
                .filter(known -> known.offset() + nonce.length() <= bytes.length())
                .map(known -> bytes.with(known.offset(), nonce).toBytes());
    }

    PowId pow() {
        return job.template().block().pow();
    }
}

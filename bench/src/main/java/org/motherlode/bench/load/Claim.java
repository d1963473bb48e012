package org.motherlode.bench.load;

import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.client.PoolJob;

/** A share that is ready to be sent; at difficulty 1 every hash is one. */
public record Claim(Miner miner, PoolJob job, Octets nonce, Hash hash) {
    /** The same with a hash that is not its own, which the server finds out only by hashing. */
    public Claim forged() {
        byte first = (byte) (hash.octets().at(0) ^ 1);
        return new Claim(miner, job, nonce, new Hash(hash.octets().with(0, Octets.of(first))));
    }

    byte[] input() {
        return job.blob().with(PoolJob.NONCE_OFFSET, nonce).toBytes();
    }

    Claim with(byte[] found) {
        return new Claim(miner, job, nonce, Hash.of(found));
    }
}

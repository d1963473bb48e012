package org.motherlode.bench.load;

import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.client.PoolJob;

/** A share that is ready to be sent; at difficulty 1 every hash is one. */
public record Claim(Miner miner, PoolJob job, Octets nonce, Hash hash) {
    byte[] input() {
        return job.blob().with(job.nonceOffset(), nonce).toBytes();
    }

    Claim with(byte[] found) {
        return new Claim(miner, job, nonce, Hash.of(found));
    }
}

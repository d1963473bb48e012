package org.motherlode.coopmine.miner;

import org.motherlode.model.bytes.Octets;
import org.motherlode.pow.mining.MiningTarget;
import org.motherlode.pow.mining.Work;
import org.motherlode.stratum.client.PoolJob;

/**
 * A pool's job as it is searched. A pool or proxy that wrote something into the blob's nonce keeps the last of its four
 * bytes for itself (it tells the miners behind a proxy apart), so that only the first three are ours; XMRig does the same.
 */
record Search(PoolJob job, Work work) {
    private static final int BEHIND_PROXY_BYTES = 3;

    static Search of(PoolJob job) {
        boolean free = nonceIn(job).equals(Octets.of(new byte[PoolJob.NONCE_BYTES]));
        return new Search(
                job,
                new Work(
                        job.id(),
                        job.seed(),
                        job.blob(),
                        job.nonceOffset(),
                        free ? PoolJob.NONCE_BYTES : BEHIND_PROXY_BYTES,
                        MiningTarget.word(job.target())));
    }

    /** The four bytes as they stand in the blob when this nonce of the work is tried. */
    Octets octets(long nonce) {
        byte[] own = new byte[work.nonceBytes()];
        for (int at = 0; at < own.length; at++) {
            own[at] = (byte) (nonce >>> (Byte.SIZE * at));
        }
        return nonceIn(job).with(0, Octets.of(own));
    }

    private static Octets nonceIn(PoolJob job) {
        return job.blob().slice(job.nonceOffset(), PoolJob.NONCE_BYTES);
    }
}

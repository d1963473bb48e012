package org.motherlode.bench.swarm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.motherlode.model.bytes.Octets;
import org.motherlode.stratum.client.PoolJob;

/** A share as it is sent, all in hex. */
public record Share(String jobId, String nonce, String result) {
    /** The last byte of a nonce stays as the job has it: a proxy keeps its miners apart by it (NiceHash). */
    public static final int LAST_NONCE = 0xFF_FF_FF;

    private static final int LAST_BYTE = PoolJob.NONCE_BYTES - 1;

    /** Of a nonce up to {@link #LAST_NONCE}, least significant byte first, and the hash that it gave. */
    public static Share of(PoolJob job, int nonce, byte[] hash) {
        HexFormat hex = HexFormat.of();
        return new Share(job.id(), hex.formatHex(bytes(job, nonce)), hex.formatHex(hash));
    }

    /** The bytes to hash for a nonce. */
    public static byte[] input(PoolJob job, int nonce) {
        return job.blob().with(job.nonceOffset(), Octets.of(bytes(job, nonce))).toBytes();
    }

    /** The same with a result that is another's, which a pool finds out only by hashing. */
    public Share forged() {
        char first = result.charAt(0) == '0' ? '1' : '0';
        return new Share(jobId, nonce, first + result.substring(1));
    }

    /** The same for a job that nobody has: refused without a hash. */
    public Share ofNoJob() {
        return new Share("nosuchjob", nonce, result);
    }

    String line(long id, String session) {
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"" + session
                + "\",\"job_id\":\"" + jobId + "\",\"nonce\":\"" + nonce + "\",\"result\":\"" + result + "\"}}\n";
    }

    private static byte[] bytes(PoolJob job, int nonce) {
        if (nonce < 0 || nonce > LAST_NONCE) {
            throw new IllegalArgumentException("a job has nonces from 0 to " + LAST_NONCE + ", not " + nonce);
        }
        return ByteBuffer.allocate(PoolJob.NONCE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(nonce)
                .put(LAST_BYTE, job.blob().at(job.nonceOffset() + LAST_BYTE))
                .array();
    }
}

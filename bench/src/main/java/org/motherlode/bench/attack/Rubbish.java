package org.motherlode.bench.attack;

import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.motherlode.bench.swarm.Share;
import org.motherlode.stratum.client.PoolJob;

/** Shares that nobody has hashed. Each has another nonce, or it would be refused as a repeated one. */
final class Rubbish {
    private static final String RESULT = "5a".repeat(32);

    private final AtomicInteger nonces = new AtomicInteger(Integer.MIN_VALUE);

    /** Looks good at difficulty 1 until it is hashed. */
    Share forged(PoolJob job) {
        return new Share(job.id(), HexFormat.of().toHexDigits(nonces.getAndIncrement()), RESULT);
    }

    /** Of a job that was never given: refused at once. */
    Share ofNoJob() {
        return new Share("nosuchjob", HexFormat.of().toHexDigits(nonces.getAndIncrement()), RESULT);
    }
}

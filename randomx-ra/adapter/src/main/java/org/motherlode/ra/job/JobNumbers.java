package org.motherlode.ra.job;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.ra.epoch.NodeLife;

/**
 * Numbers each job of this node, whatever its pool. The extra nonce is node (1 byte), epoch (its lower 3 bytes), counter
 * (4 bytes), most significant byte first, filled up with zeros: no two jobs of any node have the same work. When the
 * counter is used up the epoch part moves on by one, which no later life can have begun with: it would have to be within
 * the same second.
 */
public final class JobNumbers {
    private static final int LEAST_BYTES = 8;

    private final NodeLife life;
    private final AtomicLong counter = new AtomicLong();

    public JobNumbers(NodeLife life) {
        this.life = life;
    }

    /** The node whose jobs these are, 0 to 255. */
    public int node() {
        return life.node();
    }

    long next() {
        return counter.incrementAndGet();
    }

    ExtraNonce extraNonce(long number, int bytes) {
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException("a template must have room for 8 bytes of extra nonce, not " + bytes);
        }
        byte[] prefix = ByteBuffer.allocate(LEAST_BYTES)
                .putInt(((int) epoch(number) & 0xFFFFFF) | (life.node() << 24))
                .putInt((int) number)
                .array();
        return new ExtraNonce(Octets.of(Arrays.copyOf(prefix, bytes)));
    }

    private long epoch(long number) {
        return life.epoch() + (number >>> Integer.SIZE);
    }
}

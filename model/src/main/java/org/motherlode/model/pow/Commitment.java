package org.motherlode.model.pow;

import java.util.List;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;

/**
 * A function whose hash commits to a costly one that comes with the share (RandomX 2: Blake2b-256 of the input and the RandomX
 * hash). Who forges a share has to find a commitment that meets the target, so most lies are told without the costly hash.
 */
@FunctionalInterface
public interface Commitment {
    /**
     * Whether {@code claimed} commits to what came with it; takes microseconds, on any thread. If it does, the costly hash has
     * yet to be computed.
     *
     * @param extras as in {@link org.motherlode.model.wire.Request.Submit}
     */
    boolean holds(byte[] input, Hash claimed, List<Octets> extras);
}

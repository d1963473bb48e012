package org.motherlode.ejb.share;

import java.time.Instant;

/** How far a node's life is known without a gap, as {@code share_advance} answers. */
record Progress(int node, long epoch, long completeSequence, Instant completeUntil, long highestSequence) {
    boolean hasGap() {
        return completeSequence < highestSequence;
    }
}

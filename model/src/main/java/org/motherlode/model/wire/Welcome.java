package org.motherlode.model.wire;

import java.util.Set;

/**
 * What a miner is told that was let in.
 *
 * @param offered beside what the dialect offers to everybody
 */
public record Welcome(String sessionId, JobOffer first, Set<Extension> offered) {
    public Welcome {
        offered = Set.copyOf(offered);
    }
}

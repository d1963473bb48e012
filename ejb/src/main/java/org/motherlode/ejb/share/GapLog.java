package org.motherlode.ejb.share;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;

/** Says once that shares are missing and once that they came. For one thread. */
final class GapLog {
    private static final Logger LOG = Logger.getLogger(GapLog.class);
    private static final int MOST_LIVES = 1024;

    private final Set<Life> open = new LinkedHashSet<>();

    void look(Progress progress) {
        Life life = new Life(progress.node(), progress.epoch());
        if (!progress.hasGap() && open.remove(life)) {
            LOG.infof(
                    "the missing shares of node %d, epoch %d have come: complete to %d",
                    life.node, life.epoch, progress.completeSequence());
        }
        if (progress.hasGap() && open.size() < MOST_LIVES && open.add(life)) {
            LOG.errorf(
                    "shares %d and later of node %d, epoch %d are missing before %d; blocks of that time are not settled"
                            + " until they come (look into the dead letters)",
                    progress.completeSequence() + 1, life.node, life.epoch, progress.highestSequence());
        }
    }

    /** One life of one node. */
    private record Life(int node, long epoch) {}
}

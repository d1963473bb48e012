package org.motherlode.ra.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.ra.job.LiveTemplate;

/** For which blocks a miner was given work, one after the other, and what that makes of a job. */
final class Succession {
    /** What a job is worth now. */
    enum Standing {
        /** It can become the next block, as far as this miner could know. */
        CURRENT,
        /** It cannot, but its miner may not have had the time to notice. */
        LATE,
        STALE
    }

    private record Past(LiveTemplate last, long endedAt) {}

    private final LatePolicy policy;
    private final List<Past> past = new ArrayList<>(1);
    private Optional<LiveTemplate> latest = Optional.empty();

    Succession(LatePolicy policy) {
        this.policy = policy;
    }

    Optional<LiveTemplate> latest() {
        return latest;
    }

    /** Notes that work of this template is sent; tells whether it is for another block than the work before. */
    boolean follow(LiveTemplate next, long nowMillis) {
        boolean another = latest.filter(known -> known.isAsGoodAs(next)).isEmpty();
        if (another) {
            latest.ifPresent(ended -> past.add(new Past(ended, nowMillis)));
            if (past.size() > policy.heights()) {
                past.remove(0);
            }
        }
        latest = Optional.of(next);
        return another;
    }

    Standing of(LiveTemplate template, long nowMillis) {
        if (latest.filter(template::isAsGoodAs).isPresent()) {
            return Standing.CURRENT;
        }
        boolean late = past.stream()
                .anyMatch(
                        before -> nowMillis - before.endedAt() < policy.millis() && template.isAsGoodAs(before.last()));
        return late ? Standing.LATE : Standing.STALE;
    }

    /**
     * Whether a block of this template would stand beside the newest block that this miner could know of, or beside the
     * next one, and not deeper: as a rival it may still win.
     */
    boolean isRival(LiveTemplate template) {
        return latest.filter(
                        newest -> template.block().height() >= newest.block().height() - 1)
                .isPresent();
    }
}

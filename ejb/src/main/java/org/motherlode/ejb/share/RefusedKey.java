package org.motherlode.ejb.share;

import java.time.LocalDate;
import java.util.Comparator;
import org.motherlode.model.share.RefusedCount;

/** The key of a daily count. Rows are locked in this order, so that two nodes of a cluster do not wait for each other. */
record RefusedKey(String pool, LocalDate day, String miner, String worker, String why) {
    static final Comparator<RefusedKey> ORDER = Comparator.comparing(RefusedKey::pool)
            .thenComparing(RefusedKey::day)
            .thenComparing(RefusedKey::miner)
            .thenComparing(RefusedKey::worker)
            .thenComparing(RefusedKey::why);

    static RefusedKey of(LocalDate day, RefusedCount refused) {
        return new RefusedKey(
                refused.pool().text(),
                day,
                Storable.of(refused.miner().text()),
                Storable.of(refused.worker()),
                refused.why().name());
    }
}

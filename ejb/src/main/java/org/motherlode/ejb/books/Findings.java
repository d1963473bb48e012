package org.motherlode.ejb.books;

import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.pool.PoolName;

/** What a look at the wallet has found wrong: each is logged, and so many are kept. */
final class Findings {
    private static final Logger LOG = Logger.getLogger(Findings.class);
    private static final int MOST = 100;

    private final PoolName pool;
    private final Invariant invariant;
    private final List<String> all = new ArrayList<>();

    Findings(PoolName pool, Invariant invariant) {
        this.pool = pool;
        this.invariant = invariant;
    }

    void add(String words) {
        if (all.size() < MOST) {
            LOG.errorf("%s: %s is broken: %s", pool, invariant.code(), words);
            all.add(words);
        }
    }

    List<String> all() {
        return List.copyOf(all);
    }
}

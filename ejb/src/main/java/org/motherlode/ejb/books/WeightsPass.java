package org.motherlode.ejb.books;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.settlement.WeightsProof;
import org.motherlode.model.books.Invariant;
import org.motherlode.model.pool.PoolName;

/**
 * I7, of a pool's newest blocks and of some older ones, each time those before: one block in a portion, for its shares may be
 * millions. Where the older ones have come to stays in the result's words, so that the next check goes on there.
 */
final class WeightsPass {
    private static final Logger LOG = Logger.getLogger(WeightsPass.class);
    private static final String LAST = "SELECT coalesce(substring(words FROM 'down to block ([0-9]{1,18})')::bigint, 0)"
            + " AS last FROM books_result WHERE pool = ? AND invariant = ?";
    /** Those that were found wrong are looked at until they are right. */
    private static final String SUSPECTS =
            "SELECT DISTINCT (regexp_matches(broken, 'block ([0-9]{1,18}):', 'g'))[1]::bigint"
                    + " AS block FROM books_result WHERE pool = ? AND invariant = ? ORDER BY block";

    private final Database database;
    private final PoolName pool;
    private final BooksTerms terms;
    private final PassRows rows;
    private final WeightsProof proof;

    WeightsPass(Database database, PoolName pool, BooksTerms terms) {
        this.database = database;
        this.pool = pool;
        this.terms = terms;
        this.rows = new PassRows(database, pool);
        this.proof = new WeightsProof(database);
    }

    /** What is reached counts blocks. */
    boolean advance() {
        List<Long> blocks = chosen();
        int place = (int) rows.of(Invariant.WEIGHTS).reached();
        if (place < blocks.size()) {
            look(blocks.get(place));
            rows.reach(Invariant.WEIGHTS, place + 1L);
            return false;
        }
        rows.end(Invariant.WEIGHTS, words(blocks));
        return true;
    }

    private void look(long block) {
        WeightsProof.Finding finding = proof.of(block);
        if (finding.likeness() == WeightsProof.Likeness.DIFFERENT) {
            rows.found(Invariant.WEIGHTS, List.of(finding.words()));
        }
        if (finding.likeness() == WeightsProof.Likeness.EXPLAINED) {
            LOG.warnf(
                    "%s: %s; differs, explained: dead_letter or pool_node has shares that came after it was frozen",
                    pool, finding.words());
        }
    }

    // The same list in each portion of a pass, but for blocks that are frozen meanwhile: those shift it by one, and one
    // is
    // looked at twice.
    private List<Long> chosen() {
        List<Long> newest = proof.below(pool, Long.MAX_VALUE, terms.newest());
        long oldest = newest.isEmpty() ? 0 : newest.get(newest.size() - 1);
        Set<Long> blocks = new LinkedHashSet<>(
                database.list(SUSPECTS, row -> row.getLong("block"), pool.text(), Invariant.WEIGHTS.code()));
        blocks.addAll(newest);
        long last = database.first(LAST, row -> row.getLong("last"), pool.text(), Invariant.WEIGHTS.code())
                .filter(before -> before > 0 && before < oldest)
                .orElse(oldest);
        blocks.addAll(proof.below(pool, last, terms.older()));
        return List.copyOf(blocks);
    }

    private static String words(List<Long> blocks) {
        return blocks.isEmpty()
                ? "no block was divided yet"
                : "the shares of " + blocks.size() + " blocks were summed once more, down to block "
                        + blocks.get(blocks.size() - 1);
    }
}

package org.motherlode.ejb.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.model.health.Condition;
import org.motherlode.model.payout.PayoutTerms;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.reward.SchemeTerms;

/** Remembers what was wrong with each pool's terms at the last look: miners are served whatever it says. */
@ApplicationScoped
public class TermsAlarms {
    private static final Logger LOG = Logger.getLogger(TermsAlarms.class);
    private static final String ALL_RULES = "the settings and the terms in the database say the same";

    private volatile Map<PoolName, String> words = Map.of();

    /** Also writes the first version of both kinds of terms where there is none. What is new is logged once. */
    void look(Database database, List<PoolFacts> pools) {
        Map<PoolName, String> now = new TreeMap<>();
        for (PoolFacts pool : pools) {
            String its = String.join("; ", wrong(new TermsBook(database), pool));
            if (!its.isEmpty() && !its.equals(words.get(pool.pool()))) {
                LOG.warnf("%s: %s", pool.pool(), its);
            }
            now.put(pool.pool(), its);
        }
        words = now;
    }

    // By the newest version of the scheme, also if it begins only with a later block.
    private static List<String> wrong(TermsBook book, PoolFacts pool) {
        SchemeTerms scheme = book.scheme(pool, Long.MAX_VALUE);
        PayoutTerms payout = book.payout(pool);
        try {
            List<String> all = new ArrayList<>(IgnoredSettings.of(pool, scheme, payout));
            pool.unpayableDonation(scheme).ifPresent(all::add);
            return all;
        } catch (SettingException e) {
            throw new IllegalStateException("pool " + pool.pool() + ": " + e.getMessage(), e);
        }
    }

    /** A condition of each pool. */
    public List<Condition> now() {
        return words.entrySet().stream()
                .map(entry -> condition(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Condition condition(PoolName pool, String words) {
        return new Condition(pool + ".terms", words.isEmpty(), false, words.isEmpty() ? ALL_RULES : words);
    }
}

package org.motherlode.ejb.pool;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

/**
 * When a pool's template is renewed and when it is too old.
 *
 * @param poll the longest pause between two looks at the tip
 * @param refresh after which a template of the same tip is renewed, for new transactions
 * @param grace how long miners work on while the node does not answer
 * @param oldest the age at which a template is worth nothing, even if the tip is still said to be the same
 * @param least below which the network's difficulty is not believed
 */
record TemplateTerms(Duration poll, Duration refresh, Duration grace, Duration oldest, Difficulty least) {
    static final String POLL = "template.poll-millis";
    static final String REFRESH = "template.refresh-seconds";
    static final String GRACE = "template.grace-seconds";
    static final String OLDEST = "template.oldest-seconds";
    static final String LEAST = "template.least-difficulty";

    static TemplateTerms of(Settings settings) throws SettingException {
        TemplateTerms terms = new TemplateTerms(
                Duration.ofMillis(settings.number(POLL, 1_000, 50, 60_000)),
                Duration.ofSeconds(settings.number(REFRESH, 30, 1, 3_600)),
                Duration.ofSeconds(settings.number(GRACE, 20, 1, 3_600)),
                Duration.ofSeconds(settings.number(OLDEST, 300, 2, 86_400)),
                Difficulty.of(settings.number(LEAST, 1, 1, Long.MAX_VALUE)));
        if (terms.oldest.compareTo(terms.refresh) <= 0) {
            throw new SettingException(OLDEST, "must be more than " + REFRESH + ", " + terms.refresh.toSeconds());
        }
        return terms;
    }
}

package org.motherlode.ejb.ban;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** An operator's bans and lifts that are not stored: the last word about each subject, so many and no more. */
final class WaitingWork {
    private static final Logger LOG = Logger.getLogger(WaitingWork.class);

    /** A ban, or its end where there is none. */
    record Word(BanSubject subject, Optional<Ban> ban, Instant at, String actor) {}

    private final int most;
    private final LinkedHashMap<BanSubject, Word> words = new LinkedHashMap<>();

    WaitingWork(int most) {
        this.most = most;
    }

    synchronized void add(Word word) {
        words.remove(word.subject());
        words.put(word.subject(), word);
        if (words.size() > most) {
            BanSubject oldest = words.keySet().iterator().next();
            words.remove(oldest);
            LOG.warnf("the ban or lift of %s is not stored: too many wait for the database", oldest.text());
        }
    }

    synchronized List<Word> all() {
        return List.copyOf(words.values());
    }

    synchronized void done(Word word) {
        words.remove(word.subject(), word);
    }

    /** What is read from the table as these words will have it. */
    synchronized void correct(Map<BanSubject, Ban> read) {
        words.values().forEach(word -> word.ban()
                .ifPresentOrElse(ban -> read.put(word.subject(), ban), () -> read.remove(word.subject())));
    }
}

package org.motherlode.ejb.letter;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.ejb.database.Database;
import org.motherlode.ejb.database.DatabaseException;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.health.Condition;

/** Remembers how many dead letters waited for a person at the last look, on all nodes. Miners are served all the same. */
@ApplicationScoped
public class DeadLetterAlarm {
    private static final Logger LOG = Logger.getLogger(DeadLetterAlarm.class);
    private static final String OPEN = "SELECT queue, count(*) AS letters,"
            + " min(coalesce(opened_at, at)) AS earliest, (array_agg(letter ORDER BY at))[1] AS letter,"
            + " (array_agg(why ORDER BY at))[1] AS why FROM dead_letter WHERE ended IS NULL GROUP BY queue";

    private volatile Map<String, Waiting> waiting = Map.of();

    /** The letters of one queue; id and reason are the oldest's. */
    private record Waiting(long letters, Instant earliest, String letter, String why) {
        String words(String queue) {
            return letters + " of " + queue + " from " + earliest + " on (first " + letter + ": " + why + ")";
        }
    }

    void look(Database database) {
        try {
            Map<String, Waiting> now = new TreeMap<>();
            database.list(
                            OPEN,
                            row -> Map.entry(
                                    row.getString("queue"),
                                    new Waiting(
                                            row.getLong("letters"),
                                            Values.instant(row, "earliest"),
                                            row.getString("letter"),
                                            row.getString("why"))))
                    .forEach(entry -> now.put(entry.getKey(), entry.getValue()));
            waiting = now;
        } catch (DatabaseException e) {
            LOG.debugf("dead letters could not be counted, the condition 'database' says why: %s", e.getMessage());
        }
    }

    long letters(String queue) {
        return Optional.ofNullable(waiting.get(queue)).map(Waiting::letters).orElse(0L);
    }

    private static String consequence(String queue) {
        return queue.equals("blocks")
                ? ", these blocks are neither followed nor settled nor sent again; "
                : ", blocks that may need their shares are not settled; ";
    }

    public Condition condition() {
        Map<String, Waiting> now = waiting;
        if (now.isEmpty()) {
            return new Condition("dead-letters", true, false, "none");
        }
        StringBuilder words = new StringBuilder("messages that could not be stored: ");
        now.forEach((queue, letters) -> words.append(letters.words(queue)).append(consequence(queue)));
        return new Condition("dead-letters", false, false, words.substring(0, words.length() - 2));
    }
}

package org.motherlode.model.ban;

import java.time.Duration;

/** What an operator may do about bans. Works at once on all nodes, and is stored as soon as the database takes it. */
public interface Bans {
    /** For so long from now on. */
    Ban impose(BanSubject subject, Duration length, String reason, String actor);

    /** Ends it wherever it holds; how often the subject was banned is forgotten too. False if there was none. */
    boolean lift(BanSubject subject, String actor);
}

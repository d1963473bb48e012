package org.motherlode.ejb.queue;

import java.sql.SQLException;
import java.util.List;

/** Where messages are written down that cannot be stored. Writing the same twice changes nothing. */
public interface LetterBook {
    /** Returns when it is written; nothing that came behind the letter is stored before that. */
    void died(Letter letter) throws SQLException;

    /**
     * Whether any letter of this queue is open. A server that was killed between the book and the broker leaves a letter whose
     * message is still in its queue, without a sign that it was tried.
     */
    boolean isAnyOpen(String queue) throws SQLException;

    /** These came again and were stored; those among them that were in the book have an end. */
    void stored(List<String> ids) throws SQLException;
}

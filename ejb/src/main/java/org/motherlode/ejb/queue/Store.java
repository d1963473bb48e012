package org.motherlode.ejb.queue;

import java.sql.SQLException;
import java.util.List;

/** Where messages end up. */
public interface Store<T> {
    /**
     * Stores all or none in one transaction. A message may come again after it was stored; the second time changes
     * nothing.
     */
    void store(List<T> messages) throws SQLException;
}

package org.motherlode.ejb.database;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads one row. */
@FunctionalInterface
public interface Row<T> {
    T read(ResultSet row) throws SQLException;
}

package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.motherlode.ejb.database.Values;

/** Columns that may be empty. */
final class Columns {
    private Columns() {}

    /** A sum; SQL's sum of nothing is NULL, which is zero. */
    static BigInteger sum(ResultSet row, String column) throws SQLException {
        return Values.maybeWhole(row, column).orElse(BigInteger.ZERO);
    }
}

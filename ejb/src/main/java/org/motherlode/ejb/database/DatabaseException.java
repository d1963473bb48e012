package org.motherlode.ejb.database;

import java.sql.SQLException;

/** The database refused a statement or could not be reached; the transaction is lost. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String state;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        String known = cause.getSQLState();
        this.state = known == null ? "" : known;
    }

    /** Whether what should be written breaks a rule of the tables (SQLSTATE class 23): trying again will not help. */
    public boolean isBrokenRule() {
        return state.startsWith("23");
    }
}

package org.motherlode.ctl.postgres;

import org.postgresql.ds.PGSimpleDataSource;

/** Data sources that open a connection at each call: for set-up and tests, not for load. */
final class Sources {
    private static final int CONNECT_SECONDS = 10;

    private Sources() {}

    static PGSimpleDataSource of(int port, String database, String role, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(role);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        return source;
    }
}

package org.motherlode.ctl.backup;

import java.sql.SQLException;

/** A transaction whose text does not depend on where or on what server it runs. */
final class Snapshot {
    private Snapshot() {}

    static void settle(Sql sql) throws SQLException {
        sql.run("SET LOCAL TIME ZONE 'UTC'");
        sql.run("SET LOCAL bytea_output = 'hex'");
        sql.run("SET LOCAL DateStyle = 'ISO, YMD'");
        sql.run("SET LOCAL statement_timeout = 0");
        sql.run("SET LOCAL search_path = motherlode, pg_temp");
    }
}

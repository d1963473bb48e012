package org.motherlode.ctl.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ctl.postgres.Migrations;

/** By which migration a database came to its tables. */
final class Schema {
    private static final String HISTORY = "SELECT to_regclass('motherlode.flyway_schema_history') IS NOT NULL";
    private static final String NEWEST = "SELECT version FROM motherlode.flyway_schema_history"
            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1";

    private Schema() {}

    /** Of this database; empty where no migration ran. */
    static Optional<String> of(DataSource owner) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            return of(new Sql(connection));
        }
    }

    static Optional<String> of(Sql sql) throws SQLException {
        if (!sql.list(HISTORY, row -> row.getBoolean(1)).get(0)) return Optional.empty();
        return sql.list(NEWEST, row -> row.getString("version")).stream().findFirst();
    }

    /** @throws BackupException when the backup was made by a newer program */
    static void requireKnown(BackupFile file, DataSource owner) throws BackupException {
        String schema = file.manifest().schema();
        List<String> known = Migrations.versions(owner);
        if (!known.contains(schema)) {
            throw new BackupException(
                    file.path() + " has schema " + schema + ", which this program does not know;" + " its newest is "
                            + known.get(known.size() - 1) + ": use the program that made it, or a later one");
        }
    }
}

package org.motherlode.ejb.database;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

/** A database as a former server left it. */
public final class OlderTables {
    private OlderTables() {}

    /** The migrations up to and with this version. */
    public static void migrate(EmbeddedPostgres postgres, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(postgres.ownerDataSource())
                .schemas("motherlode")
                .createSchemas(false)
                .locations("classpath:sql")
                .target(version)
                .load()
                .migrate();
    }

    /**
     * Copies all rows of a table into the same table as it was then: columns that it did not have are left out. Numbers that
     * the table gives out go on behind those of the copies.
     */
    public static void copy(Database now, Database then, String table) {
        List<String> rows =
                now.list("SELECT row_to_json(t)::text AS row FROM " + table + " t", row -> row.getString("row"));
        then.changeAll(
                "INSERT INTO " + table + " OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_record(NULL::" + table
                        + ", ?::json)",
                rows.stream().map(row -> new Object[] {row}).toList());
        then.list(
                "SELECT setval(pg_get_serial_sequence(attrelid::regclass::text, attname), 1000000) FROM pg_attribute"
                        + " WHERE attrelid = ?::regclass AND attidentity <> ''",
                row -> true,
                table);
    }
}

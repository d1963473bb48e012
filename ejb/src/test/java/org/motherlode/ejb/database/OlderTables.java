package org.motherlode.ejb.database;

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
}

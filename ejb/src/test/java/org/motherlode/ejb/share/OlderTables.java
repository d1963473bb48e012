package org.motherlode.ejb.share;

import org.flywaydb.core.Flyway;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

/** A database as a former server left it. */
final class OlderTables {
    private OlderTables() {}

    /** With the migrations up to and with this version. */
    static Tables of(EmbeddedPostgres postgres, String version) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(postgres.ownerDataSource())
                .schemas("motherlode")
                .createSchemas(false)
                .locations("classpath:sql")
                .target(version)
                .load()
                .migrate();
        return new Tables(postgres.ownerDataSource());
    }
}

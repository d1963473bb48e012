package org.motherlode.ejb.database;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;

/** A PostgreSQL with our tables for the tests of one class, from before the first of them until after the last. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
    private final EmbeddedPostgres postgres = EmbeddedPostgres.temporary();

    @Override
    public void beforeAll(ExtensionContext context) {
        Migrations.run(postgres);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        postgres.close();
    }

    /** As the server connects. */
    public DataSource appDataSource() {
        return postgres.appDataSource();
    }

    /** As who owns the tables. */
    public DataSource ownerDataSource() {
        return postgres.ownerDataSource();
    }
}

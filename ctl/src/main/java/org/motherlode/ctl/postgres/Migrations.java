package org.motherlode.ctl.postgres;

import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.motherlode.ctl.process.ProgramFailedException;

/**
 * Brings a database to the version of this program: {@code sql/V*.sql}, in order, each once, as the tables' owner. They
 * run before the server starts; the server itself has no right to change a table.
 */
public final class Migrations {
    private Migrations() {}

    public static void run(EmbeddedPostgres postgres) {
        run(postgres.ownerDataSource());
    }

    /**
     * Runs what is missing.
     *
     * @throws ProgramFailedException when a script fails or was altered after it ran
     */
    public static void run(DataSource owner) {
        try {
            flyway(owner).migrate();
        } catch (FlywayException e) {
            throw new ProgramFailedException("the database cannot be brought to this version: " + e.getMessage(), e);
        }
        verify(owner);
    }

    /**
     * Runs what is missing up to this version, and nothing later.
     *
     * @throws ProgramFailedException when a script fails
     */
    public static void runTo(DataSource owner, String version) {
        try {
            configured(owner).target(version).load().migrate();
        } catch (FlywayException e) {
            throw new ProgramFailedException(
                    "the database cannot be brought to version " + version + ": " + e.getMessage(), e);
        }
    }

    /** Of the migrations that this program has, in their order. */
    public static List<String> versions(DataSource owner) {
        return Arrays.stream(flyway(owner).info().all())
                .filter(one -> one.getState().isResolved())
                .map(one -> String.valueOf(one.getVersion()))
                .toList();
    }

    /**
     * Compares, changes nothing.
     *
     * @throws IllegalStateException when the database is behind this program or ahead of it, with the migrations
     */
    public static void verify(DataSource owner) {
        Flyway flyway = flyway(owner);
        List<String> differing = Arrays.stream(flyway.info().all())
                .filter(one -> !one.getState().isApplied() || !one.getState().isResolved())
                .map(Migrations::named)
                .toList();
        if (!differing.isEmpty()) {
            throw new IllegalStateException("the database and this program differ in these migrations: " + differing);
        }
        flyway.validate();
    }

    private static String named(MigrationInfo one) {
        return one.getVersion() + " " + one.getDescription() + " ("
                + one.getState().getDisplayName() + ")";
    }

    private static Flyway flyway(DataSource owner) {
        return configured(owner).load();
    }

    private static FluentConfiguration configured(DataSource owner) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .schemas("motherlode")
                .createSchemas(false)
                .locations("classpath:sql")
                .validateMigrationNaming(false)
                .cleanDisabled(true);
    }
}

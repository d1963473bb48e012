package org.motherlode.ctl.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ctl.postgres.Migrations;

/** Puts a backup into a database that no server uses. All of it is one transaction, the pause of the payouts too. */
public final class RestoringBackup {
    private static final String SERVERS = "SELECT count(*) FROM pg_stat_activity"
            + " WHERE datname = current_database() AND usename = 'motherlode_app'";

    private final DataSource owner;
    private final boolean replacing;

    /** @param replacing whether what the database has may be thrown away */
    public RestoringBackup(DataSource owner, boolean replacing) {
        this.owner = owner;
        this.replacing = replacing;
    }

    /** Gives what a person must know afterwards. */
    public List<String> from(Path path) throws IOException {
        try (BackupFile file = BackupFile.open(path)) {
            Schema.requireKnown(file, owner);
            requireNoServer();
            Optional<String> here = Schema.of(owner);
            if (here.isEmpty()) Migrations.runTo(owner, file.manifest().schema());
            requireSameSchema(file, here);
            List<String> told = load(file);
            Migrations.run(owner);
            analyse();
            return told;
        } catch (SQLException e) {
            throw new BackupException("nothing was restored, no row was changed: " + e.getMessage(), e);
        }
    }

    private void requireNoServer() throws SQLException, BackupException {
        try (Connection connection = owner.getConnection()) {
            long servers =
                    new Sql(connection).list(SERVERS, row -> row.getLong(1)).get(0);
            if (servers > 0) {
                throw new BackupException("a server uses this database, by " + servers
                        + " connections of motherlode_app: end it first, on all nodes");
            }
        }
    }

    private static void requireSameSchema(BackupFile file, Optional<String> here) throws BackupException {
        String there = file.manifest().schema();
        if (here.isPresent() && !here.get().equals(there)) {
            throw new BackupException("this database has schema " + here.get() + ", and " + file.path() + " schema "
                    + there + ": restore it into a database without tables, it is brought to the newest schema then");
        }
    }

    private List<String> load(BackupFile file) throws IOException, SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql sql = new Sql(connection);
                Snapshot.settle(sql);
                if (!replacing) requireEmpty(sql);
                new LoadingBackup(file, connection).load();
                Books books = new Books(sql);
                books.forgetProof();
                List<String> wrong = books.prove();
                if (!wrong.isEmpty()) throw new BackupException(String.join("; ", wrong));
                List<String> told = new PausedPayouts(sql, file.manifest().takenAt()).pause();
                connection.commit();
                return told;
            } catch (IOException | SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static void requireEmpty(Sql sql) throws SQLException, BackupException {
        List<String> full = new ArrayList<>();
        for (String table : new Catalog(sql).tables().keySet()) {
            if (!sql.list("SELECT 1 FROM " + Sql.table(table) + " LIMIT 1", row -> 1)
                    .isEmpty()) full.add(table);
        }
        if (!full.isEmpty()) {
            throw new BackupException("this database is not empty, it has rows in " + String.join(", ", full)
                    + ": restore into another one, or say --throw-away-what-is-there");
        }
    }

    /** Otherwise the first settlement would be planned as if the tables were empty. */
    private void analyse() throws BackupException {
        try (Connection connection = owner.getConnection()) {
            new Sql(connection).run("ANALYZE");
        } catch (SQLException e) {
            throw new BackupException(
                    "it is restored, and payouts are paused; run ANALYZE by hand, it failed: " + e.getMessage(), e);
        }
    }
}

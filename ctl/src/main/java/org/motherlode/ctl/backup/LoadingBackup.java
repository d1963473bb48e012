package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/**
 * Puts a backup's rows in place of all that is there, in the caller's transaction: whatever fails, the database stays as it was.
 * The tables must be those of the backup's schema. What the tables' triggers did when the rows were first written is among the
 * rows, so they do nothing now; what refers to another row must find it.
 */
final class LoadingBackup {
    private static final String LOCK_PATIENCE = "10s";

    private final BackupFile file;
    private final Connection connection;
    private final Sql sql;

    LoadingBackup(BackupFile file, Connection connection) {
        this.file = file;
        this.connection = connection;
        this.sql = new Sql(connection);
    }

    /** Afterwards the database is what the manifest says, or an exception says how it differs. */
    void load() throws IOException, SQLException {
        Snapshot.settle(sql);
        sql.run("SET LOCAL lock_timeout = '" + LOCK_PATIENCE + "'");
        Catalog catalog = new Catalog(sql);
        requireSameTables(catalog.tables());
        empty();
        days(catalog.days());
        for (Manifest.Table table : file.manifest().tables()) fill(table);
        for (Manifest.Counter counter : file.manifest().counters()) goOn(counter);
        forAll("ENABLE TRIGGER USER");
        requireSameFacts();
    }

    private void requireSameTables(Map<String, List<String>> here) throws BackupException {
        Map<String, List<String>> there = new TreeMap<>();
        file.manifest().tables().forEach(table -> there.put(table.name(), table.columns()));
        if (!there.equals(new TreeMap<>(here))) {
            throw new BackupException("the tables of " + file.path() + " are not those of schema "
                    + file.manifest().schema() + " here");
        }
    }

    private void empty() throws SQLException {
        sql.run("LOCK TABLE " + names() + " IN ACCESS EXCLUSIVE MODE");
        forAll("DISABLE TRIGGER USER");
        sql.run("TRUNCATE " + names());
    }

    private String names() {
        return file.manifest().tables().stream()
                .map(table -> Sql.table(table.name()))
                .collect(Collectors.joining(", "));
    }

    private void forAll(String what) throws SQLException {
        for (Manifest.Table table : file.manifest().tables()) {
            sql.run("ALTER TABLE " + Sql.table(table.name()) + " " + what);
        }
    }

    /** The same partitions as there, so that old days can be dropped as ever. */
    private void days(List<Manifest.Day> here) throws SQLException {
        List<Manifest.Day> there = file.manifest().days();
        for (Manifest.Day day : here) {
            if (!there.contains(day)) sql.run("DROP TABLE " + Sql.table(day.name()));
        }
        for (Manifest.Day day : there) {
            if (!here.contains(day)) {
                sql.run("CREATE TABLE " + Sql.table(day.name()) + " PARTITION OF " + Sql.table(day.parent()) + " "
                        + day.bound() + (day.options().isEmpty() ? "" : " WITH (" + day.options() + ")"));
            }
        }
    }

    private void fill(Manifest.Table table) throws IOException, SQLException {
        String columns = table.columns().stream().map(Sql::quoted).collect(Collectors.joining(", "));
        String copy = "COPY " + Sql.table(table.name()) + " (" + columns + ") FROM STDIN";
        long[] rows = {0};
        file.read(table.part(), in -> rows[0] = copyIn(copy, in));
        if (rows[0] != table.rows()) {
            throw new BackupException(
                    table.name() + " has " + rows[0] + " rows, and the manifest says " + table.rows());
        }
    }

    private long copyIn(String copy, InputStream in) throws IOException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, in);
        } catch (SQLException e) {
            throw new BackupException("the database refuses rows of " + file.path() + ": " + e.getMessage(), e);
        }
    }

    private void goOn(Manifest.Counter counter) throws SQLException {
        sql.list(
                "SELECT setval(pg_get_serial_sequence(?, ?), ?, ?)",
                row -> row.getLong(1),
                Sql.table(counter.table()),
                counter.column(),
                counter.value(),
                counter.used());
    }

    private void requireSameFacts() throws SQLException, BackupException {
        SortedMap<String, String> facts = Facts.of(sql);
        List<String> wrong = Facts.differing(file.manifest().facts(), facts);
        if (!wrong.isEmpty()) throw new BackupException(String.join("; ", wrong));
        List<String> unbalanced = Facts.unbalanced(facts);
        if (!unbalanced.isEmpty()) throw new BackupException(String.join("; ", unbalanced));
    }
}

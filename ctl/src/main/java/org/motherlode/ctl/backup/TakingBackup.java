package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Reads a whole database in one transaction that sees it as it was at one moment. The server may run: shares are stored
 * meanwhile, only no day's partition is made or dropped.
 */
public final class TakingBackup {
    private final DataSource owner;
    private final List<Path> poolFiles;

    /** @param poolFiles taken along as they are, passwords included */
    public TakingBackup(DataSource owner, List<Path> poolFiles) {
        this.owner = owner;
        this.poolFiles = List.copyOf(poolFiles);
    }

    /**
     * Writes it; the file must not be there yet.
     *
     * @return what a person would count first
     */
    public SortedMap<String, String> to(Path file) throws IOException {
        requirePoolFiles();
        try (Parts parts = new Parts(file);
                Connection connection = owner.getConnection()) {
            String locking = locking(new Sql(connection));
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            new Sql(connection).run(locking); // the first of all: what is seen is what is locked
            Manifest manifest = write(parts, connection);
            connection.rollback();
            parts.finish(manifest);
            return manifest.facts();
        } catch (SQLException e) {
            throw new BackupException("the database cannot be read: " + e.getMessage(), e);
        }
    }

    private void requirePoolFiles() throws IOException {
        Set<String> names = new HashSet<>();
        for (Path one : poolFiles) {
            if (!Files.isReadable(one)) throw new BackupException("the pool file " + one + " cannot be read");
            if (!names.add(name(one))) throw new BackupException("two pool files are called " + one.getFileName());
        }
    }

    private static String name(Path poolFile) {
        return "pools/" + poolFile.getFileName();
    }

    private Manifest write(Parts parts, Connection connection) throws IOException, SQLException {
        Sql sql = new Sql(connection);
        Snapshot.settle(sql);
        Catalog catalog = new Catalog(sql);
        Map<String, List<String>> columns = catalog.tables();
        List<Manifest.Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> table : columns.entrySet()) {
            tables.add(table(parts, connection, table));
        }
        List<Manifest.Part> files = new ArrayList<>();
        for (Path one : poolFiles) files.add(parts.add(name(one), out -> Files.copy(one, out)));
        return new Manifest(
                Manifest.FORMAT,
                Schema.of(sql).orElseThrow(() -> new BackupException("no migration ran in this database")),
                sql.list("SELECT now() AS at", row -> row.getObject("at", OffsetDateTime.class))
                        .get(0)
                        .toInstant(),
                sql.list(
                                "SELECT current_database() || ' of PostgreSQL ' || current_setting('server_version') AS it",
                                row -> row.getString("it"))
                        .get(0),
                tables,
                catalog.days(),
                catalog.counters(),
                files,
                Facts.of(sql));
    }

    private static String locking(Sql sql) throws SQLException, BackupException {
        List<String> names = sql.list(
                "SELECT c.relname FROM pg_class c WHERE c.relnamespace = to_regnamespace('motherlode')"
                        + " AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY c.relname",
                row -> row.getString("relname"));
        if (!names.contains("flyway_schema_history")) {
            throw new BackupException("there are no tables of Motherlode in this database");
        }
        return "LOCK TABLE " + names.stream().map(Sql::table).collect(Collectors.joining(", "))
                + " IN ACCESS SHARE MODE";
    }

    private static Manifest.Table table(Parts parts, Connection connection, Map.Entry<String, List<String>> table)
            throws IOException, SQLException {
        String columns = table.getValue().stream().map(Sql::quoted).collect(Collectors.joining(", "));
        String copy = "COPY (SELECT " + columns + " FROM " + Sql.table(table.getKey()) + ") TO STDOUT";
        long[] rows = {0};
        Manifest.Part part =
                parts.add("tables/" + table.getKey() + ".copy", out -> rows[0] = copyOut(connection, copy, out));
        return new Manifest.Table(table.getKey(), table.getValue(), rows[0], part);
    }

    private static long copyOut(Connection connection, String copy, OutputStream out) throws IOException {
        try {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
        } catch (SQLException e) {
            throw new BackupException("the database cannot be read: " + e.getMessage(), e);
        }
    }
}

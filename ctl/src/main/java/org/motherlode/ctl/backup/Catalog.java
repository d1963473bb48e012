package org.motherlode.ctl.backup;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What tables there are in schema {@code motherlode}, as PostgreSQL's own catalogs say. Flyway's is not among them. */
record Catalog(Sql sql) {
    private static final String TABLES = "SELECT c.relname FROM pg_class c"
            + " WHERE c.relnamespace = 'motherlode'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
            + " AND c.relname <> 'flyway_schema_history' ORDER BY c.relname";
    private static final String COLUMNS = "SELECT a.attname FROM pg_attribute a WHERE a.attrelid = ?::regclass"
            + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum";
    private static final String REFERS = "SELECT DISTINCT f.relname AS refers,"
            + " t.relname AS referred FROM pg_constraint c JOIN pg_class f ON f.oid = c.conrelid"
            + " JOIN pg_class t ON t.oid = c.confrelid WHERE c.contype = 'f' AND c.conrelid <> c.confrelid"
            + " AND c.connamespace = 'motherlode'::regnamespace";
    private static final String DAYS = "SELECT c.relname, p.relname AS parent,"
            + " pg_get_expr(c.relpartbound, c.oid) AS bound, coalesce(array_to_string(c.reloptions, ', '), '') AS options"
            + " FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid JOIN pg_class p ON p.oid = i.inhparent"
            + " WHERE c.relnamespace = 'motherlode'::regnamespace AND c.relispartition AND c.relkind IN ('r', 'p')"
            + " AND pg_get_expr(c.relpartbound, c.oid) <> 'DEFAULT' ORDER BY c.relname";
    private static final String COUNTERS = "SELECT c.relname, a.attname, s.sequence FROM pg_attribute a"
            + " JOIN pg_class c ON c.oid = a.attrelid, LATERAL (SELECT pg_get_serial_sequence("
            + "format('%I.%I', 'motherlode', c.relname), a.attname) AS sequence) s"
            + " WHERE c.relnamespace = 'motherlode'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition"
            + " AND a.attidentity <> '' AND NOT a.attisdropped ORDER BY c.relname, a.attname";

    /** Each with its columns; a table after those that it refers to. */
    Map<String, List<String>> tables() throws SQLException {
        List<String> names = sql.list(TABLES, row -> row.getString("relname"));
        Map<String, Set<String>> refers = new LinkedHashMap<>();
        for (String name : names) refers.put(name, new LinkedHashSet<>());
        for (Reference one :
                sql.list(REFERS, row -> new Reference(row.getString("refers"), row.getString("referred")))) {
            Set<String> ofTable = refers.get(one.refers());
            if (ofTable != null) ofTable.add(one.referred());
        }
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (ordered.size() < names.size()) {
            List<String> next = names.stream()
                    .filter(name -> !ordered.containsKey(name))
                    .filter(name -> refers.getOrDefault(name, Set.of()).stream().allMatch(ordered::containsKey))
                    .toList();
            if (next.isEmpty())
                throw new IllegalStateException("the tables refer to each other in a circle: " + refers);
            for (String name : next) {
                ordered.put(name, columns(name));
            }
        }
        return ordered;
    }

    /** Of a table, in their order, without those that are computed. */
    List<String> columns(String table) throws SQLException {
        return sql.list(COLUMNS, row -> row.getString("attname"), Sql.table(table));
    }

    /** With bounds in UTC, if the session's time zone is that. */
    List<Manifest.Day> days() throws SQLException {
        return sql.list(
                DAYS,
                row -> new Manifest.Day(
                        row.getString("relname"),
                        row.getString("parent"),
                        row.getString("bound"),
                        row.getString("options")));
    }

    /** Where the identity columns are now; to be asked after the rows were read, for these numbers know no transaction. */
    List<Manifest.Counter> counters() throws SQLException {
        List<Manifest.Counter> counters = new ArrayList<>();
        for (Identity one : sql.list(
                COUNTERS,
                row -> new Identity(row.getString("relname"), row.getString("attname"), row.getString("sequence")))) {
            counters.addAll(sql.list(
                    "SELECT last_value, is_called FROM " + one.sequence(),
                    row -> new Manifest.Counter(
                            one.table(), one.column(), row.getLong("last_value"), row.getBoolean("is_called"))));
        }
        return counters;
    }

    private record Identity(String table, String column, String sequence) {}

    private record Reference(String refers, String referred) {}
}

package org.motherlode.ctl.backup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a backup says of itself.
 *
 * @param format of the file; this program writes and reads {@link #FORMAT}
 * @param schema the last migration of the database, as {@code 18}
 * @param takenAt when its transaction began: everything that was committed before is in it, and nothing later
 * @param tables in an order in which none refers to a later one
 * @param days partitions but the default ones, as they must be made before rows are put in
 * @param counters where identity columns go on
 * @param files other than tables
 * @param facts what a person would count first, and what must be the same after a restore
 */
record Manifest(
        int format,
        String schema,
        Instant takenAt,
        String database,
        List<Table> tables,
        List<Day> days,
        List<Counter> counters,
        List<Part> files,
        SortedMap<String, String> facts) {
    static final int FORMAT = 1;

    /** Its name in the file. */
    static final String NAME = "manifest.json";

    Manifest {
        tables = List.copyOf(tables);
        days = List.copyOf(days);
        counters = List.copyOf(counters);
        files = List.copyOf(files);
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** @param columns in the order of the part's fields */
    record Table(String name, List<String> columns, long rows, Part part) {
        Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A piece of the file.
     *
     * @param bytes of it, unpacked
     * @param sha256 of these, in hex
     */
    record Part(String name, long bytes, String sha256) {}

    /**
     * A partition.
     *
     * @param bound as PostgreSQL spells it: {@code FOR VALUES FROM (…) TO (…)}
     * @param options its storage parameters, {@code fillfactor=80}; empty if it has none
     */
    record Day(String name, String parent, String bound, String options) {}

    /**
     * A sequence behind an identity column.
     *
     * @param used whether {@code value} was given to a row already
     */
    record Counter(String table, String column, long value, boolean used) {}

    List<Part> parts() {
        List<Part> parts = new ArrayList<>(tables.stream().map(Table::part).toList());
        parts.addAll(files);
        return parts;
    }
}

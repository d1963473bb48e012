package org.motherlode.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of cells below named columns. */
public record Sheet(List<String> columns, List<List<String>> rows) {
    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row of " + columns + " has " + row.size() + " cells: " + row);
            }
        }
    }

    /** One line for the columns and one for each row (RFC 4180, with line feeds). */
    public List<String> csv() {
        return lines().stream()
                .map(row -> row.stream().map(Sheet::quoted).collect(Collectors.joining(",")))
                .toList();
    }

    /** The same for people: cells in columns, numbers to the right. */
    public List<String> text() {
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(column -> lines().stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return lines().stream().map(row -> aligned(row, widths)).toList();
    }

    private List<List<String>> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(columns);
        all.addAll(rows);
        return all;
    }

    private static String aligned(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String space = " ".repeat(widths.get(column) - cell.length());
            boolean number = cell.matches("[-+]?[0-9.]+.*");
            line.append(column == 0 ? "" : "  ").append(number ? space + cell : cell + space);
        }
        return line.toString().stripTrailing();
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}

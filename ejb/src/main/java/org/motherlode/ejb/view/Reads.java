package org.motherlode.ejb.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Row;
import org.motherlode.ejb.database.Values;

/** Runs SQL that no entity can say: in turns with {@link Queries}, each statement with a time-out. */
final class Reads {
    private final DataSource source;
    private final Turns turns;
    private final ViewBounds bounds;

    Reads(DataSource source, Turns turns, ViewBounds bounds) {
        this.source = source;
        this.turns = turns;
        this.bounds = bounds;
    }

    /** All rows; the statement itself bounds how many. */
    <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        return turns.take(() -> {
            try (Connection connection = source.getConnection();
                    PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(Math.toIntExact(bounds.statement().toSeconds()));
                Values.bind(statement, parameters);
                return rows(statement, row);
            } catch (SQLException e) {
                throw Turns.noAnswer(e);
            }
        });
    }

    /** The only row of a query that always has one. */
    <T> T one(String sql, Row<T> row, Object... parameters) {
        return list(sql, row, parameters).get(0);
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        List<T> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                all.add(row.read(rows));
            }
        }
        return List.copyOf(all);
    }
}

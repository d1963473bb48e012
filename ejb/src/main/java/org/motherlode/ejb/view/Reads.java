package org.motherlode.ejb.view;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.motherlode.ejb.database.Row;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.view.ViewUnavailableException;

/** Runs queries that can be given up: a few at a time, each with a time-out. */
final class Reads {
    private final DataSource source;
    private final Semaphore turns;
    private final ViewBounds bounds;

    Reads(DataSource source, ViewBounds bounds) {
        this.source = source;
        this.bounds = bounds;
        this.turns = new Semaphore(bounds.readers(), true);
    }

    /** All rows; the statement itself bounds how many. */
    <T> List<T> list(String sql, Row<T> row, Object... parameters) {
        take();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(Math.toIntExact(bounds.statement().toSeconds()));
            Values.bind(statement, parameters);
            return rows(statement, row);
        } catch (SQLException e) {
            throw new ViewUnavailableException("The database does not answer in time; try again in a few seconds.", e);
        } finally {
            turns.release();
        }
    }

    /** The only row of a query that always has one. */
    <T> T one(String sql, Row<T> row, Object... parameters) {
        return list(sql, row, parameters).get(0);
    }

    private void take() {
        try {
            if (turns.tryAcquire(bounds.statement().toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ViewUnavailableException("Too many ask at once; try again in a few seconds.");
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

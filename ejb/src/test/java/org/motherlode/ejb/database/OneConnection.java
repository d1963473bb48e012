package org.motherlode.ejb.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A connection that is kept: tests with thousands of statements would otherwise mostly connect. */
public final class OneConnection {
    private OneConnection() {}

    /** A data source that always gives the same connection, which its users cannot close. */
    public static DataSource of(DataSource source) {
        try {
            return always(unclosed(source.getConnection()));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    static DataSource always(Connection connection) {
        return (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, values) -> connection);
    }

    static Connection unclosed(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}

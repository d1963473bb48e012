package org.motherlode.ejb.database;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Between the types of the model and those of the driver. Numbers are whole: a fraction in a column is a bug and throws. */
public final class Values {
    private Values() {}

    public static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            set(statement, index + 1, values[index]);
        }
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Optional<?> optional) {
            if (optional.isPresent()) {
                set(statement, index, optional.get());
            } else {
                statement.setNull(index, Types.NULL);
            }
        } else if (value instanceof BigInteger number) {
            statement.setBigDecimal(index, new BigDecimal(number));
        } else if (value instanceof Instant instant) {
            statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        } else if (value instanceof String[] texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
        } else if (value instanceof UUID[] ids) {
            statement.setArray(index, statement.getConnection().createArrayOf("uuid", ids));
        } else if (value instanceof Long[] numbers) {
            statement.setArray(index, statement.getConnection().createArrayOf("bigint", numbers));
        } else if (value instanceof BigInteger[] numbers) {
            statement.setArray(index, statement.getConnection().createArrayOf("numeric", decimals(numbers)));
        } else {
            statement.setObject(index, value);
        }
    }

    private static BigDecimal[] decimals(BigInteger[] numbers) {
        return Stream.of(numbers).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    public static BigInteger whole(ResultSet row, String column) throws SQLException {
        return maybeWhole(row, column).orElseThrow(() -> new SQLException(column + " is empty"));
    }

    public static Optional<BigInteger> maybeWhole(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getBigDecimal(column)).map(BigDecimal::toBigIntegerExact);
    }

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static String[] texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return (String[]) array.getArray();
    }
}

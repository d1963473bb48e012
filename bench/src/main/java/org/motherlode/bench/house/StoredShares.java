package org.motherlode.bench.house;

import java.io.IOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.Waiting;

/** The shares that are in the database, of all times. */
public final class StoredShares {
    private static final Duration STORING = Duration.ofMinutes(2);

    private final EmbeddedPostgres database;

    StoredShares(EmbeddedPostgres database) {
        this.database = database;
    }

    public BigInteger count() throws IOException {
        try (Connection connection = database.appDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM motherlode.pool_share")) {
            rows.next();
            return rows.getBigDecimal(1).toBigIntegerExact();
        } catch (SQLException e) {
            throw new IOException("the database does not count its shares: " + e.getMessage(), e);
        }
    }

    /** Returns when there are so many; more are as wrong as fewer. */
    public void await(BigInteger wanted) throws IOException, InterruptedException {
        BigInteger found = awaitAtLeast(wanted);
        if (!found.equals(wanted)) {
            throw missing(found, wanted);
        }
    }

    /**
     * Returns how many there are, once there are so many. There may be more where answers came too late: such a share is stored
     * although its miner was told to come again.
     */
    public BigInteger awaitAtLeast(BigInteger wanted) throws IOException, InterruptedException {
        boolean there = Waiting.until(STORING, () -> count().compareTo(wanted) >= 0);
        BigInteger found = count();
        if (!there) {
            throw missing(found, wanted);
        }
        return found;
    }

    private static IOException missing(BigInteger found, BigInteger wanted) {
        return new IOException("the database has " + found + " shares; the miners were told of " + wanted);
    }
}

package org.motherlode.ejb.pool;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motherlode.ejb.queue.Health;
import org.motherlode.ejb.queue.Overdue;
import org.motherlode.model.health.Condition;

/** Asks the database now and then whether it is there. Miners do not need it: their shares wait on disk. */
final class DatabaseLook {
    private static final Logger LOG = Logger.getLogger(DatabaseLook.class);

    private final DataSource database;
    private final Health health = new Health("the database was not asked yet");

    private final Overdue overdue;

    DatabaseLook(DataSource database, Overdue overdue) {
        this.database = database;
        this.overdue = overdue;
    }

    void look() {
        overdue.begins();
        try (Connection connection = database.getConnection();
                PreparedStatement one = connection.prepareStatement("SELECT 1")) {
            one.setQueryTimeout(10);
            one.execute();
            if (health.well("the database answers")) {
                LOG.info("the database answers again");
            }
        } catch (SQLException e) {
            if (health.ill("the database does not answer: " + e.getMessage())) {
                LOG.warnf("the database does not answer: %s", e.getMessage());
            }
        } finally {
            overdue.ends();
        }
    }

    Condition condition() {
        Health.State now = overdue.or(health.now());
        return new Condition("database", now.up(), false, now.words());
    }
}

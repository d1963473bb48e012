package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The nodes that settlement waits for. */
public final class KnownNodes {
    private final DataSource database;

    public KnownNodes(DataSource database) {
        this.database = database;
    }

    /** Writes a node down. Before it lets miners in, or a block of that time could be settled without its shares. */
    public void add(int node) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO pool_node (node) VALUES (?) ON CONFLICT DO NOTHING")) {
            insert.setInt(1, node);
            insert.executeUpdate();
        }
    }
}

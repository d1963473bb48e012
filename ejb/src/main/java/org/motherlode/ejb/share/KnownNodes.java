package org.motherlode.ejb.share;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The nodes that settlement waits for. */
public final class KnownNodes {
    private final DataSource database;

    public KnownNodes(DataSource database) {
        this.database = database;
    }

    /**
     * Writes a node down. Before it lets miners in, or a block of that time could be settled without its shares. A node
     * that was retired is not waited for, so it must not let miners in.
     *
     * @return why the node must not let miners in, and what to do; empty if it may
     */
    public Optional<String> add(int node) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO pool_node (node) VALUES (?) ON CONFLICT DO NOTHING")) {
                insert.setInt(1, node);
                insert.executeUpdate();
            }
            return isRetired(connection, node)
                    ? Optional.of(
                            "node " + node + " is retired (table pool_node): no block waits for its shares. Give this"
                                    + " server another node id, or let the owner of the tables say UPDATE pool_node SET retired ="
                                    + " false WHERE node = " + node + ", and deploy again")
                    : Optional.empty();
        }
    }

    private static boolean isRetired(Connection connection, int node) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT retired FROM pool_node WHERE node = ?")) {
            ask.setInt(1, node);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}

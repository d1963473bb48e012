package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.sql.SQLException;
import org.motherlode.ctl.process.FreePort;

/** Makes a cluster that has everything but tables, and leaves it stopped. */
final class NewCluster {
    private NewCluster() {}

    static void fill(Cluster cluster) throws IOException {
        Passwords passwords = Passwords.generate();
        cluster.init(passwords.superuser());
        int port = FreePort.next();
        cluster.start(port);
        try {
            Setup.run(port, passwords);
        } catch (SQLException e) {
            throw new IOException("the roles and schemas could not be made: " + e.getMessage(), e);
        } finally {
            cluster.stop("fast");
        }
        passwords.write(cluster.folder().resolve("passwords"));
    }
}

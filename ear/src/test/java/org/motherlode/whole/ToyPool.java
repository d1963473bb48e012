package org.motherlode.whole;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.toy.ToyNode;

/** A toy node whose blocks are easy, and a server with one pool on it. */
final class ToyPool implements AutoCloseable {
    static final String ACCOUNT = "toy:pool";

    /** Blocks until a reward is the pool's own. */
    static final int MATURITY = 5;

    static final long BLOCK_DIFFICULTY = 600_000;
    static final String TERMS = "fee.basis-points = 100; window.percent = 200";

    private final int stratum;
    private final ToyNode node;
    private final ToyServer server;

    /** Starts everything; returns when the application is up. */
    ToyPool(Path folder) throws IOException, InterruptedException {
        stratum = FreePort.next();
        node = new ToyNode(BLOCK_DIFFICULTY, ACCOUNT);
        try {
            server = new ToyServer(folder, List.of(ToyServer.pool("toys", node, ToyServer.port(stratum), TERMS)));
        } catch (IOException | InterruptedException | RuntimeException e) {
            node.close();
            throw e;
        }
    }

    ToyNode node() {
        return node;
    }

    ToyServer server() {
        return server;
    }

    EmbeddedPostgres database() {
        return server.database();
    }

    int stratum() {
        return stratum;
    }

    @Override
    public void close() {
        server.close();
        node.close();
    }
}

package org.motherlode.ctl.demo;

import java.io.IOException;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.process.FreePort;

/** Where everything listens on 127.0.0.1. {@code offset} is added to WildFly's own 8080 and 9990. */
public record DemoPorts(
        RegtestNode.Ports node, int poolWallet, int minersWallet, int database, int stratum, int offset) {
    private static final int FARTHEST = 10_000;

    /** The ports of the demo, the same each time. */
    public static DemoPorts standard() {
        return new DemoPorts(new RegtestNode.Ports(28081, 28080, 28082, 28084), 28083, 28085, 25432, 3333, 0);
    }

    /** Ports that are free now, for a test. */
    public static DemoPorts free() throws IOException {
        RegtestNode.Ports node =
                new RegtestNode.Ports(FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
        int offset = FreePort.next() % FARTHEST + 1000;
        return new DemoPorts(node, FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next(), offset);
    }

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
    }
}

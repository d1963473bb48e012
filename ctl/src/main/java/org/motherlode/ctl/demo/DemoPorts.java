package org.motherlode.ctl.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motherlode.ctl.monero.RegtestNode;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.WantedPorts;

/** Where everything listens on 127.0.0.1. {@code offset} is added to WildFly's own 8080 and 9990. */
public record DemoPorts(
        RegtestNode.Ports node, int poolWallet, int minersWallet, int database, int stratum, int offset) {
    private static final int FARTHEST = 10_000;
    private static final int STEP = 100;
    /** The highest port of the standard ones is 28085. */
    public static final int MOST_OFFSET = 65_535 - 28_085;

    /** The ports of the demo, the same each time. */
    public static DemoPorts standard() {
        return standard(0);
    }

    /** The same, each of them so much higher. */
    public static DemoPorts standard(int offset) {
        if (offset < 0 || offset > MOST_OFFSET) {
            throw new IllegalArgumentException("--port-offset must be from 0 to " + MOST_OFFSET + ", not " + offset);
        }
        RegtestNode.Ports node = new RegtestNode.Ports(28081 + offset, 28080 + offset, 28082 + offset, 28084 + offset);
        return new DemoPorts(node, 28083 + offset, 28085 + offset, 25432 + offset, 3333 + offset, offset);
    }

    /** Ports that are free now, for a test. */
    public static DemoPorts free() throws IOException {
        RegtestNode.Ports node =
                new RegtestNode.Ports(FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
        return new DemoPorts(
                node, FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next(), freeServerOffset());
    }

    private static int freeServerOffset() throws IOException {
        for (int tries = 0; tries < FARTHEST; tries++) {
            int offset = FreePort.next() % FARTHEST + 1000;
            if (FreePort.isFree(8080 + offset) && FreePort.isFree(9990 + offset)) return offset;
        }
        throw new IOException("no two ports for a server are free");
    }

    public int http() {
        return 8080 + offset;
    }

    public int management() {
        return 9990 + offset;
    }

    /** @throws IOException names each that is taken and its owner, and says how to choose others */
    void requireFree() throws IOException {
        WantedPorts wanted = wanted();
        if (wanted.areFree()) return;
        wanted.requireFree("End what listens there, or choose other ports: --port-offset N adds N to each of the demo's"
                + " ports, for instance ./motherlode demo --port-offset " + freeOffset(offset + STEP));
    }

    private WantedPorts wanted() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("miners (Stratum)", stratum);
        ports.put("the dashboard", http());
        ports.put("console and health", management());
        ports.put("PostgreSQL", database);
        ports.put("monerod's RPC", node.rpc());
        ports.put("monerod's peers", node.p2p());
        ports.put("monerod's ZMQ", node.zmqRpc());
        ports.put("monerod's announcements", node.zmqPublish());
        ports.put("the pool's wallet", poolWallet);
        ports.put("the miners' wallet", minersWallet);
        return new WantedPorts(ports);
    }

    /** A distance from the standard ports at which all are free, the first one from there on. */
    public static int freeOffset(int first) throws IOException {
        for (int offset = first; offset <= MOST_OFFSET; offset += STEP) {
            if (standard(offset).wanted().areFree()) return offset;
        }
        throw new IOException("there is no distance at which all ports of the demo are free");
    }
}

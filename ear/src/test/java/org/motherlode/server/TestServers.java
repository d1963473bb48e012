package org.motherlode.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerImage;

/** Where the tests of this module have their servers and what they deploy. */
final class TestServers {
    private static final int FARTHEST = 20_000;

    /** Whom {@link #lonelyPool} pays its blocks to. */
    static final String ADDRESS =
            "46wYriPCSjyje8UQ9qGSqCSDmSJpanqKuABtUgCnQoutfwPn3zKtFW7bD2tpBqcZ4RYDdiYPURdiDhz3zV24RXSJMPNpfqt";

    private TestServers() {}

    /** The Monero pool {@code monero}, whose node and wallet are away. */
    static PoolEntry lonelyPool() throws IOException {
        return new PoolEntry(
                "monero",
                Map.of(
                        "chain", "monero",
                        "node", "http://127.0.0.1:1",
                        "wallet", "http://127.0.0.1:1",
                        "ports", "127.0.0.1:" + FreePort.next() + " cryptonote 1000",
                        "settings", "monero.address = " + ADDRESS));
    }

    static Path ear() {
        return property("motherlode.ear");
    }

    /** A fresh folder of this name for a server. */
    static ServerBase base(String name, List<Path> ears, List<PoolEntry> pools) throws IOException {
        Path folder = property("motherlode.test.folder");
        ServerImage image = ServerImage.in(
                folder.resolve("images"), Ingredients.of(property("motherlode.project"), folder.resolve("downloads")));
        Path place = folder.resolve(name);
        org.motherlode.ctl.process.Folders.delete(place);
        return ServerBase.prepare(image, place, new ServerBase.Content(ears, pools, Map.of("verifyThreads", "1")));
    }

    /** A distance from WildFly's usual ports at which nobody listens. */
    static int portOffset() throws IOException {
        return FreePort.next() % FARTHEST + 1_000;
    }

    private static Path property(String name) {
        String value = System.getProperty(name);
        if (value == null) throw new IllegalStateException("the build sets -D" + name);
        return Path.of(value);
    }
}

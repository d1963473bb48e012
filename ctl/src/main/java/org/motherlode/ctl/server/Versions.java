package org.motherlode.ctl.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The versions that this program was built with. */
record Versions(String wildfly, String postgresql, String project) {
    private static final String FILE = "/motherlode-server.properties";

    static Versions read() throws IOException {
        try (InputStream in = Versions.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IOException(FILE + " is not on the class path");
            Properties lines = new Properties();
            lines.load(in);
            return new Versions(
                    lines.getProperty("wildfly", ""),
                    lines.getProperty("postgresql", ""),
                    lines.getProperty("project", ""));
        }
    }
}

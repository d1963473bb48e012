package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;

/**
 * WildFly's command line, over a server that runs or over the configuration of one that does not.
 *
 * @param home the server's installation
 */
record Console(Path home) {
    /** A server that reloads listens again only when it has started; the command line's own patience is five seconds. */
    private static final int CONNECTING_MILLIS = 60_000;

    /** Its JVM lives for some seconds: what the second compiler costs it never earns. */
    private static final String SHORT_LIVED = " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final Duration MOST = Duration.ofMinutes(5);
    private static final String CONFIGURATION = "standalone-full-ha.xml";

    /**
     * Runs a script on the configuration below {@code base}.
     *
     * @throws ProgramFailedException with the command that fails and why; what came before it stays
     */
    String offline(Path base, String script) throws IOException {
        String whole = "embed-server --server-config=" + CONFIGURATION + " --std-out=discard\n" + script
                + "\nstop-embedded-server\n";
        return run(List.of("--echo-command"), whole, "-Djboss.server.base.dir=" + base);
    }

    /** Runs a script on the server that listens there, as the user of the operating system who runs both. */
    String online(int managementPort, String script) throws IOException {
        return run(
                List.of("--connect", "--controller=127.0.0.1:" + managementPort, "--timeout=" + CONNECTING_MILLIS),
                script,
                "");
    }

    private String run(List<String> where, String script, String options) throws IOException {
        Path file = Files.createTempFile("motherlode", ".cli");
        try {
            Files.writeString(file, script);
            List<String> words = new java.util.ArrayList<>(
                    List.of(home.resolve("bin/jboss-cli.sh").toString()));
            words.addAll(where);
            words.addAll(List.of("--no-color-output", "--file=" + file));
            String all = options + SHORT_LIVED + " -Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir");
            Map<String, String> environment =
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", all, "NOPAUSE", "1");
            Program.Ending ending =
                    Program.of(words).with(environment).within(MOST).run();
            if (ending.status() == 0) return ending.output();
            throw new ProgramFailedException("WildFly's command line failed:\n" + FailedCommand.in(ending.output()));
        } finally {
            Files.delete(file);
        }
    }
}

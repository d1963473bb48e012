package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.process.WantedPorts;
import org.motherlode.ctl.server.ConsoleUser;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.Readiness;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;

/** PostgreSQL and the server with the operator's pools, until the process is asked to end. */
public final class Production {
    private static final int DATABASE_PORT = 25433;
    /** PostgreSQL's is the highest of the ports. */
    public static final int MOST_OFFSET = 65_535 - DATABASE_PORT;

    private static final Duration OPENING = Duration.ofSeconds(30);

    private final WorkFolder work;
    private final Steps steps;

    public Production(WorkFolder work, Steps steps) {
        this.work = work;
        this.steps = steps;
    }

    /**
     * Runs in the foreground. Data stays in the folder {@code run} of the work folder.
     *
     * @param adapter config-properties of the resource adapter
     */
    public void run(List<PoolEntry> pools, Map<String, String> adapter, int portOffset)
            throws IOException, InterruptedException {
        Path ear = work.project().resolve("ear/target/motherlode.ear");
        steps.say("making the server: the official WildFly with our configuration");
        ServerImage image =
                ServerImage.in(work.resolve("images"), Ingredients.of(work.project(), work.resolve("downloads")));
        try (Tenancy tenancy = Tenancy.of(work.resolve("run"), steps);
                EmbeddedPostgres database = database(tenancy, portOffset)) {
            steps.say("PostgreSQL is up; bringing its tables up to date");
            Migrations.run(database);
            steps.say("configuring the server for its pools");
            ServerBase base = ServerBase.prepare(
                    image, tenancy.folder().resolve("server"), new ServerBase.Content(List.of(ear), pools, adapter));
            ConsoleUser user = ConsoleUser.of(base);
            steps.say("starting WildFly; a busy machine may take minutes");
            try (WildFly server = WildFly.start(base, ServerSettings.with(portOffset, database))) {
                steps.say("running:");
                steps.say("  dashboard  " + server.web("/"));
                steps.say("  console    " + server.management("/console") + " (" + user.words() + ")");
                steps.say("  log        " + server.log());
                steps.say(readiness(server));
                server.awaitEnd();
                throw new IOException("the server ended by itself; see " + server.log());
            }
        }
    }

    /** Which ports are taken can be seen only now: what a killed run had left on them has just been ended. */
    private EmbeddedPostgres database(Tenancy tenancy, int portOffset) throws IOException {
        int port = DATABASE_PORT + portOffset;
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("the dashboard", 8080 + portOffset);
        ports.put("console and health", 9990 + portOffset);
        ports.put("PostgreSQL", port);
        new WantedPorts(ports)
                .requireFree(
                        "End what listens there, or choose other ports: --port-offset N is added to each of these.");
        steps.say("starting PostgreSQL");
        return EmbeddedPostgres.kept(tenancy.folder().resolve(Tenancy.POSTGRES), port);
    }

    /** The server goes on whatever this is: a node may come back, and the operator sees the rest in its health. */
    private static String readiness(WildFly server) throws InterruptedException {
        Waiting.until(OPENING, () -> !server.isAlive() || server.readiness().ready());
        try {
            return words(server.readiness());
        } catch (IOException e) {
            return "not ready, the server does not answer: " + e.getMessage();
        }
    }

    private static String words(Readiness now) {
        String state = now.ready() ? "ready: miners can connect" : "not ready, miners are not served:";
        return state + (now.ready() && !now.down().isEmpty() ? "; not well:" : "") + now.words();
    }
}

package org.motherlode.ctl.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.Migrations;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.server.ServerBase;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.server.ServerSettings;
import org.motherlode.ctl.server.WildFly;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.WorkFolder;

/** PostgreSQL and the server with the operator's pools, until the process is asked to end. */
public final class Production {
    private static final int DATABASE_PORT = 25433;

    private final WorkFolder work;
    private final Steps steps;

    public Production(WorkFolder work, Steps steps) {
        this.work = work;
        this.steps = steps;
    }

    /** Runs in the foreground. Data stays in the folder {@code run} of the work folder. */
    public void run(List<Path> poolFiles, int portOffset) throws IOException, InterruptedException {
        List<PoolEntry> pools = new ArrayList<>();
        for (Path file : poolFiles) {
            pools.add(PoolFile.read(file));
        }
        Path folder = work.resolve("run");
        Path ear = work.project().resolve("ear/target/motherlode.ear");
        ServerImage image =
                ServerImage.in(work.resolve("images"), Ingredients.of(work.project(), work.resolve("downloads")));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, ended), "ending"));
        try (EmbeddedPostgres database = EmbeddedPostgres.kept(folder.resolve("postgres"), DATABASE_PORT)) {
            Migrations.run(database);
            ServerBase base = ServerBase.prepare(
                    image, folder.resolve("server"), new ServerBase.Content(List.of(ear), pools, Map.of()));
            try (WildFly server = WildFly.start(base, ServerSettings.with(portOffset, database))) {
                steps.say("running: dashboard " + server.web("/") + ", console " + server.management("/console")
                        + ", log " + server.log());
                while (!asked.await(1, TimeUnit.SECONDS)) {
                    if (!server.isAlive()) {
                        throw new IOException("the server ended by itself; see " + server.log());
                    }
                }
                steps.say("ending");
            }
        } finally {
            steps.say("ended");
            ended.countDown();
        }
    }

    /** The JVM waits for its shutdown hooks, so the hook waits until the server and the database are down. */
    private static void end(CountDownLatch asked, CountDownLatch ended) {
        asked.countDown();
        try {
            ended.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

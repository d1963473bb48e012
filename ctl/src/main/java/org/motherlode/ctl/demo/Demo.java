package org.motherlode.ctl.demo;

import java.io.IOException;
import java.nio.file.Path;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;

/** Tells the whole story on one machine: mine a block, let it mature, see it settled and paid. */
public final class Demo {
    private static final long SHARE_DIFFICULTY = 20;

    private final WorkFolder work;
    private final Steps steps;
    private final DemoPorts ports;

    public Demo(WorkFolder work, Steps steps, DemoPorts ports) {
        this.work = work;
        this.steps = steps;
        this.ports = ports;
    }

    /** Plays it once, or until the person ends it. */
    public void play(boolean once) throws IOException, InterruptedException {
        try (Tenancy tenancy = Tenancy.of(work.resolve("demo"), steps);
                Cast cast = new Cast()) {
            ports.requireFree(); // what a killed demo had left there has just been ended
            Path folder = tenancy.folder();
            steps.say("making the server: the official WildFly with our configuration");
            ServerImage image =
                    ServerImage.in(work.resolve("images"), Ingredients.of(work.project(), work.resolve("downloads")));
            steps.say("starting monerod on a private chain, and two wallet servers");
            DemoChain chain = cast.add(DemoChain.start(folder.resolve("chain"), ports, Round.BLOCK_DIFFICULTY));
            chain.mineInEarnest();
            steps.say("starting PostgreSQL and WildFly with the pool");
            Path ear = work.project().resolve("ear/target/motherlode.ear");
            DemoPool.Wiring wiring =
                    new DemoPool.Wiring(ports, chain.addresses().pool(), SHARE_DIFFICULTY, Round.BLOCK_DIFFICULTY);
            EmbeddedPostgres database = EmbeddedPostgres.kept(folder.resolve(Tenancy.POSTGRES), ports.database());
            DemoPool.Software software = new DemoPool.Software(image, ear);
            DemoPool pool = cast.add(DemoPool.start(database, folder, software, wiring));
            steps.say("the server is up; waiting until it takes miners");
            pool.awaitOpen(steps);
            introduce(pool);
            play(new Round(steps, cast, chain, pool), folder, once);
        }
    }

    private void play(Round round, Path folder, boolean once) throws IOException, InterruptedException {
        Path miner = work.project().resolve("coopmine/target/coopmine.jar");
        do {
            round.play(new Round.Mine(miner, ports.stratum(), folder));
        } while (!once);
    }

    private void introduce(DemoPool pool) {
        steps.say("the pool is open:");
        steps.say("  dashboard  http://127.0.0.1:" + ports.http() + "/");
        steps.say("  console    http://127.0.0.1:" + ports.management() + "/console ("
                + pool.consoleUser().words() + ")");
        steps.say(
                "  Stratum    127.0.0.1:" + ports.stratum() + " (XMRig: -a rx/0 -o 127.0.0.1:" + ports.stratum() + ")");
    }
}

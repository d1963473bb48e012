package org.motherlode.bench;

import java.io.IOException;
import org.motherlode.bench.attack.AttackBench;
import org.motherlode.bench.attack.AttackSettings;
import org.motherlode.bench.attack.FloodBench;
import org.motherlode.bench.attack.FloodSettings;
import org.motherlode.bench.attack.RefusalBench;
import org.motherlode.bench.attack.RefusalSettings;
import org.motherlode.bench.durable.BacklogBench;
import org.motherlode.bench.durable.DurableBench;
import org.motherlode.bench.durable.DurableSettings;
import org.motherlode.bench.epoch.EpochBench;
import org.motherlode.bench.epoch.EpochSettings;
import org.motherlode.bench.house.House;
import org.motherlode.bench.idle.ChurnBench;
import org.motherlode.bench.idle.ChurnSettings;
import org.motherlode.bench.idle.IdleBench;
import org.motherlode.bench.idle.IdleSettings;
import org.motherlode.bench.load.Load;
import org.motherlode.bench.login.LoginBench;
import org.motherlode.bench.login.LoginSettings;
import org.motherlode.bench.push.PushBench;
import org.motherlode.bench.push.PushSettings;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/** The benches with thousands of connections, on a house whose server runs. */
record Crowds(House house, RandomX randomX, CrowdOptions options, Steps steps) {
    private static final int WARM_UP_PUSHES = 20;

    /** Of a core in light mode, about. */
    private static final int HASHES_PER_SECOND = 40;

    private static final int HONEST = 60;
    private static final int HALF = 50;
    private static final int BAD_PER_SECOND = 100;

    /** A slow reader is cut after ten seconds. */
    private static final int SLOW_SECONDS = 15;

    /** As many as jobs are remembered for a connection. */
    private static final int TEMPLATES = 16;

    private static final int REFUSED = 100;
    private static final int REFUSALS_PER_SECOND = 1_000;
    private static final int WINDOW = 32;
    private static final int DIGGERS = 200;
    private static final int SHARES_PER_SECOND = 1_000;
    private static final int AT_ONCE = 200;
    private static final int LOGIN_EVERY = 10;

    Outcome push() throws IOException, InterruptedException {
        PushSettings settings =
                new PushSettings(options.pushBots(), options.pushes(), WARM_UP_PUSHES, options.threads());
        return new PushBench(house, settings, steps).run();
    }

    Outcome logins() throws IOException, InterruptedException {
        LoginSettings settings = new LoginSettings(
                options.loginBots(), options.atOnce(), options.loginRounds(), options.tls(), options.threads());
        return new LoginBench(house, settings, steps).run();
    }

    Outcome attack() throws IOException, InterruptedException {
        return attack(Which.attack.name());
    }

    /** The same where nobody is banned and nothing is counted: all that is left are the verifiers' lanes. */
    Outcome lanes() throws IOException, InterruptedException {
        return attack(Which.lanes.name());
    }

    private Outcome attack(String name) throws IOException, InterruptedException {
        AttackSettings settings = new AttackSettings(
                name,
                HONEST,
                new Load(house.verifiers(), HALF),
                options.attackers(),
                BAD_PER_SECOND,
                options.phaseSeconds(),
                cores());
        return new AttackBench(house, randomX, settings, steps).run();
    }

    Outcome flood() throws IOException, InterruptedException {
        return new FloodBench(
                        house,
                        new FloodSettings(
                                options.attackers(), HONEST, options.phaseSeconds() + SLOW_SECONDS, options.threads()),
                        steps)
                .run();
    }

    Outcome idle() throws IOException, InterruptedException {
        return new IdleBench(
                        house, new IdleSettings(options.idleBots(), TEMPLATES, options.tls(), options.threads()), steps)
                .run();
    }

    Outcome refusal() throws IOException, InterruptedException {
        int busy = 2 * house.verifiers() * HASHES_PER_SECOND * options.phaseSeconds();
        RefusalSettings settings =
                new RefusalSettings(REFUSED, REFUSALS_PER_SECOND, WINDOW, options.phaseSeconds(), busy, cores());
        return new RefusalBench(house, randomX, settings, steps).run();
    }

    Outcome churn() throws IOException, InterruptedException {
        return new ChurnBench(
                        house, new ChurnSettings(options.cycles(), AT_ONCE, LOGIN_EVERY, options.threads()), steps)
                .run();
    }

    Outcome epoch() throws IOException, InterruptedException {
        Load load = new Load(house.verifiers(), HALF);
        return new EpochBench(house, randomX, new EpochSettings(HONEST, load, options.phaseSeconds(), cores()), steps)
                .run();
    }

    Outcome durable() throws IOException, InterruptedException {
        return new DurableBench(house, diggers(), steps).run();
    }

    Outcome backlog() throws IOException, InterruptedException {
        return new BacklogBench(house, diggers(), steps).run();
    }

    private DurableSettings diggers() {
        return new DurableSettings(DIGGERS, SHARES_PER_SECOND, WINDOW, options.phaseSeconds(), options.threads());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }
}

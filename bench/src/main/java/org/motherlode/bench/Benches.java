package org.motherlode.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.motherlode.bench.binding.BindingBench;
import org.motherlode.bench.binding.BindingSettings;
import org.motherlode.bench.crowd.CrowdBench;
import org.motherlode.bench.crowd.CrowdSettings;
import org.motherlode.bench.durable.TrivialEar;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.HouseSettings;
import org.motherlode.bench.house.Site;
import org.motherlode.bench.idle.IdleBench;
import org.motherlode.bench.latency.LatencyBench;
import org.motherlode.bench.latency.LatencySettings;
import org.motherlode.bench.path.PathBench;
import org.motherlode.bench.path.PathSettings;
import org.motherlode.bench.plan.PlanBench;
import org.motherlode.bench.report.Machine;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Records;
import org.motherlode.bench.settle.SettleBench;
import org.motherlode.bench.start.StartBench;
import org.motherlode.bench.start.StartSettings;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.WorkFolder;
import org.motherlode.randomx.Preferences;
import org.motherlode.randomx.RandomX;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The entry. Exit status: 0 measured, whatever came out; 1 failed; 2 wrong arguments. */
@Command(
        name = "motherlode bench",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Measures; docs/performance.md says how, and what it gave. Files go to .motherlode/bench/.")
public final class Benches implements Callable<Integer> {
    /** More shares than a bench without hashing can send of a template that is never renewed. */
    private static final String ONE_TEMPLATE = "20000000";

    @Parameters(arity = "0..*", defaultValue = "all", description = "Any of ${COMPLETION-CANDIDATES}.")
    private List<Which> wanted = List.of(Which.all);

    @Option(names = "--project", hidden = true, required = true, description = "The project's folder.")
    private Path project = Path.of("");

    @Option(names = "--binding-rounds", defaultValue = "120", description = "Rounds of the binding's bench.")
    private int bindingRounds;

    @Option(names = "--no-fast", description = "Leave out fast mode, which takes 2.3 GiB and a minute to fill.")
    private boolean noFast;

    @Option(names = "--runs", defaultValue = "5", description = "Starts of the server.")
    private int runs;

    @Option(names = "--rounds", defaultValue = "5", description = "Rounds of the path's bench.")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "30", description = "Length of such a round.")
    private int seconds;

    @Option(names = "--cycles", defaultValue = "600", description = "Good shares of the latency's bench.")
    private int cycles;

    @Option(
            names = "--shares",
            defaultValue = "2000",
            description = "Shares that warm up the server before latency, and that load it before its memory is read.")
    private int shares;

    @Mixin
    private HouseOptions served = new HouseOptions();

    @Mixin
    private CrowdOptions crowd = new CrowdOptions();

    @Mixin
    private SettleOptions settled = new SettleOptions();

    /** Flyway tells more than a person wants to read. The field keeps the setting from being collected. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private final PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());

    private Benches() {}

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.WARNING);
        CommandLine line = new CommandLine(new Benches());
        line.setExecutionExceptionHandler(Failures::told);
        Ending ending = Ending.ofThisThread();
        int status = line.execute(arguments);
        ending.done();
        System.exit(status);
    }

    @Override
    public Integer call() throws Exception {
        if (served.isFast() && !wanted.stream().allMatch(Which::knowsFastMode)) {
            throw new IllegalArgumentException("--fast is for 'path' and 'epoch' and nothing else");
        }
        RandomX randomX = RandomX.open(Preferences.none());
        WorkFolder work = WorkFolder.of(project);
        Steps steps = new Steps(out, InstantSource.system());
        Records records = new Records(work.resolve("bench"), Machine.here(randomX.library()));
        if (crowd.port().isPresent()) {
            // A pool of somebody's: nothing of ours is started.
            tell(records, abroad(randomX, crowd.port().get(), steps));
            return 0;
        }
        if (includes(Which.binding)) {
            for (boolean fast : noFast ? new boolean[] {false} : new boolean[] {false, true}) {
                tell(records, new BindingBench(randomX, BindingSettings.of(fast, bindingRounds), steps).run());
            }
        }
        if (takes(Which.Place.USUAL)) {
            steps.say("preparing node, database and server");
            try (House house = new House(Site.of(work.project(), work.root()), usual(records))) {
                inside(house, randomX, records, steps);
            }
        }
        if (takes(Which.Place.GUARDED)) {
            steps.say("preparing a server for which this machine is like any other");
            HouseSettings guarded = usual(records).withBound("exempt-loopback", "false");
            try (House house = new House(Site.of(work.project(), work.root()), guarded)) {
                house.open();
                Crowds crowds = new Crowds(house, randomX, crowd, steps);
                tell(records, Which.attack, crowds::attack);
            }
        }
        if (takes(Which.Place.PROBED) || takes(Which.Place.TRIVIAL) || takes(Which.Place.LEDGER)) {
            special(randomX, Site.of(work.project(), work.root()), records, steps);
        }
        return 0;
    }

    private HouseSettings usual(Records records) {
        return served.on(records.machine().cores());
    }

    /** Benches whose server is not just what an operator would start. */
    private void special(RandomX randomX, Site site, Records records, Steps steps)
            throws IOException, InterruptedException {
        if (takes(Which.Place.LEDGER)) {
            filled(site, records, steps);
        }
        HouseSettings talkative = usual(records).withBound("lines-per-second", "1000000");
        if (takes(Which.Place.PROBED)) {
            steps.say("preparing a server whose memory can be read");
            try (House house = new House(site, talkative.withEnvironment("_JAVA_OPTIONS", IdleBench.JVM_OPTIONS))) {
                house.open();
                Crowds crowds = new Crowds(house, randomX, crowd, steps);
                tell(records, Which.idle, crowds::idle);
                tell(records, Which.refusal, crowds::refusal);
                tell(records, Which.churn, crowds::churn);
            }
        }
        if (takes(Which.Place.TRIVIAL)) {
            steps.say("preparing a server with a hash that costs nothing");
            Path ear = TrivialEar.of(site.ear(), site.folder().resolve("trivial"));
            try (House house =
                    new House(site.withEar(ear), talkative.withBound("duplicates-per-template", ONE_TEMPLATE))) {
                house.open();
                tell(records, Which.latency, new LatencyBench(house, new LatencySettings(cycles, shares), steps)::run);
                Crowds crowds = new Crowds(house, randomX, crowd, steps);
                tell(records, Which.durable, crowds::durable);
                tell(records, Which.backlog, crowds::backlog);
            }
        }
    }

    private void filled(Site site, Records records, Steps steps) throws IOException, InterruptedException {
        steps.say("preparing a server whose tables are filled");
        try (House house = new House(site, usual(records).withEnvironment("_JAVA_OPTIONS", PlanBench.JVM_OPTIONS))) {
            house.open();
            tell(records, Which.settle, new SettleBench(house, settled.settings(), steps)::run);
            tell(records, Which.plan, new PlanBench(house, settled.plan(), steps)::run);
        }
    }

    private void inside(House house, RandomX randomX, Records records, Steps steps)
            throws IOException, InterruptedException {
        int cores = records.machine().cores();
        int threads = house.verifiers();
        if (includes(Which.start)) {
            tell(records, new StartBench(house, randomX, StartSettings.of(runs, shares, cores), steps).run());
        } else {
            house.open();
        }
        PathSettings path = PathSettings.of(threads, rounds, seconds, served.isFast());
        Crowds crowds = new Crowds(house, randomX, crowd, steps);
        tell(records, Which.path, () -> new PathBench(house, randomX, path, steps).run());
        tell(records, Which.swarm, () -> abroad(randomX, house.poolPort(crowd.tls()), steps));
        tell(records, Which.push, crowds::push);
        tell(records, Which.logins, crowds::logins);
        tell(records, Which.lanes, crowds::lanes);
        tell(records, Which.flood, crowds::flood);
        tell(records, Which.epoch, crowds::epoch);
    }

    private interface Bench {
        Outcome run() throws IOException, InterruptedException;
    }

    private void tell(Records records, Which one, Bench bench) throws IOException, InterruptedException {
        if (includes(one)) {
            tell(records, bench.run());
        }
    }

    private boolean takes(Which.Place place) {
        return wanted.stream().anyMatch(which -> which.takes(place));
    }

    private boolean includes(Which one) {
        return wanted.stream().anyMatch(which -> which.includes(one));
    }

    /** The swarm, wherever the port is. */
    private Outcome abroad(RandomX randomX, PoolPort port, Steps steps) throws IOException, InterruptedException {
        if (crowd.port().isPresent() && !wanted.stream().allMatch(Which::isForAnyPool)) {
            throw new IllegalArgumentException("--port is for 'swarm' and nothing else");
        }
        CrowdSettings settings = crowd.crowd(seconds);
        SwarmSettings swarm =
                SwarmSettings.of(port, crowd.identity(House.ADDRESS)).withThreads(settings.threads());
        return new CrowdBench(swarm, randomX, settings, steps).run();
    }

    private void tell(Records records, Outcome outcome) throws IOException {
        records.text(outcome).forEach(out::println);
        out.println("  " + records.write(outcome, Instant.now()));
        out.println();
    }
}

package org.motherlode.coopmine.miner;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.motherlode.coopmine.ExitCode;
import org.motherlode.coopmine.report.Event;
import org.motherlode.coopmine.report.JsonReport;
import org.motherlode.coopmine.report.Report;
import org.motherlode.coopmine.report.TextReport;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowOptions;
import org.motherlode.pow.mining.MiningHasher;
import org.motherlode.stratum.client.ClientSettings;
import org.motherlode.stratum.client.PoolAddress;
import org.motherlode.stratum.client.Worker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code coopmine miner}: mines with this machine at one pool. */
@Command(
        name = "miner",
        description = "Mines with the CPUs of this machine at one pool.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the wanted shares were accepted",
            "1:a bug",
            "2:wrong usage",
            "3:the pool refused the login, or wants another hash function",
            "4:the pool could not be reached",
            "5:this machine cannot hash (library missing, no memory)",
            "130, 143:ended by SIGINT or SIGTERM"
        })
public final class MinerCommand implements Callable<Integer> {
    static final PowId RANDOMX = new PowId("rx/0");
    private static final String AGENT = "coopmine/0.1";
    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);
    private static final long STOP_SECONDS = 30;

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-o", "--url"},
            required = true,
            paramLabel = "HOST:PORT",
            description = "the pool; stratum+tcp:// may stand before it",
            converter = PoolAddressConverter.class)
    private PoolAddress pool;

    @Option(
            names = {"-u", "--user"},
            required = true,
            paramLabel = "ADDRESS",
            description = "whom the pool shall pay")
    private String user;

    @Option(
            names = {"-p", "--pass"},
            defaultValue = "x",
            paramLabel = "TEXT",
            description = "the pool's password, if it wants one (${DEFAULT-VALUE})")
    private String pass;

    @Option(names = "--rig", paramLabel = "NAME", description = "this machine's name in the pool's lists")
    private Optional<String> rig;

    @Option(
            names = {"-t", "--threads"},
            paramLabel = "N",
            description = "threads to hash with (default: one for each CPU)")
    private Optional<Integer> threads;

    @Option(names = "--fast", description = "use 2.3 GiB of memory and hash about eight times as fast")
    private boolean fast;

    @Option(names = "--library", defaultValue = "", paramLabel = "FILE", description = "the librandomx to try first")
    private String library;

    @Option(names = "--json", description = "print events as JSON, one a line")
    private boolean json;

    @Option(names = "--shares", paramLabel = "N", description = "stop after N accepted shares")
    private Optional<Long> shares;

    @Option(
            names = "--attempts",
            defaultValue = "1000",
            paramLabel = "N",
            description = "give up after N failed connections in a row (${DEFAULT-VALUE})")
    private int attempts;

    @Override
    public Integer call() throws InterruptedException {
        MiningPlan plan = plan();
        PrintWriter out = spec.commandLine().getOut();
        Report report = json ? new JsonReport(out, Clock.systemUTC()) : new TextReport(out, Clock.systemUTC());
        Optional<MiningHasher> opened = open(new PowOptions(fast, plan.threads(), library), report);
        if (opened.isEmpty()) {
            return ExitCode.CANNOT_HASH.number();
        }
        try (MiningHasher hasher = opened.get()) {
            hasher.describe().forEach(line -> report.show(Event.of("hashing", line)));
            return mine(new Mining(plan, hasher, report)).number();
        }
    }

    private static Optional<MiningHasher> open(PowOptions options, Report report) {
        try {
            return Optional.of(MiningHasher.open(RANDOMX, options));
        } catch (IllegalStateException | LinkageError cannotHash) {
            report.show(Event.of("cannot-hash", "this machine cannot hash: " + cannotHash.getMessage()));
            return Optional.empty();
        }
    }

    private MiningPlan plan() {
        int count = threads.orElseGet(() -> Runtime.getRuntime().availableProcessors());
        mustBePositive("--threads", count);
        mustBePositive("--attempts", attempts);
        shares.ifPresent(wanted -> mustBePositive("--shares", wanted));
        if (user.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--user must not be empty");
        }
        return new MiningPlan(
                pool,
                new Worker(user, pass, rig, AGENT, List.of(RANDOMX.name())),
                ClientSettings.defaults().withAttempts(attempts),
                count,
                shares.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                REPORT_EVERY);
    }

    private void mustBePositive(String option, long value) {
        if (value < 1) {
            throw new ParameterException(spec.commandLine(), option + " must be at least 1, not " + value);
        }
    }

    /** A signal lets the batches at hand end, so that native memory is not freed under a running thread. */
    private static ExitCode mine(Mining mining) throws InterruptedException {
        CountDownLatch ended = new CountDownLatch(1);
        Thread onSignal = new Thread(
                () -> {
                    mining.stop();
                    awaitEnd(ended);
                },
                "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> mining.crashed(bug));
        try {
            return mining.run();
        } finally {
            ended.countDown();
            forget(onSignal);
        }
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.BUG.number());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onSignal) {
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException endingAlready) {
            // A signal is what ended us: the hook is running and is about to see that we are done.
            return;
        }
    }

    /** For picocli, which shows the message of what is thrown. */
    static final class PoolAddressConverter implements CommandLine.ITypeConverter<PoolAddress> {
        @Override
        public PoolAddress convert(String text) {
            try {
                return PoolAddress.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new CommandLine.TypeConversionException(String.valueOf(wrong.getMessage()));
            }
        }
    }
}

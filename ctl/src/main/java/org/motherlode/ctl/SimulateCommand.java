package org.motherlode.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.motherlode.ctl.simulation.Interval;
import org.motherlode.ctl.simulation.Report;
import org.motherlode.ctl.simulation.Reserve;
import org.motherlode.ctl.simulation.SimulatedPool;
import org.motherlode.ctl.simulation.Simulation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "What a scheme means for miners: how their income varies, how far the window reaches, what a pool hopper"
                    + " gains, and the reserve that PPS needs. Starts and changes nothing."
        })
final class SimulateCommand implements Callable<Integer> {
    private static final int SEEDS = 1_000_000_000;

    @Mixin
    private SimulatedPoolOptions pool;

    @Option(
            names = "--days",
            defaultValue = "365",
            paramLabel = "N",
            description = "Of each run. Default: ${DEFAULT-VALUE}")
    private int days;

    @Option(
            names = "--runs",
            defaultValue = "100",
            paramLabel = "N",
            description = "That know nothing of each other. Default: ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats a run. Default: another one each time; it is told.")
    private Optional<Long> seed;

    @Option(
            names = "--reserve",
            paramLabel = "BLOCKS",
            description = "Of a PPS pool, in rewards. Default: what --ruin asks for.")
    private Optional<Double> reserve;

    @Option(
            names = "--ruin",
            defaultValue = "0.001",
            paramLabel = "CHANCE",
            description = "That a PPS pool ever runs out of its reserve. Default: ${DEFAULT-VALUE}")
    private double ruin;

    @Option(names = "--csv", paramLabel = "FILE", description = "Writes the figures there, comma-separated.")
    private Optional<Path> csv;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draws the days' incomes there, as SVG.")
    private Optional<Path> plot;

    @Spec
    private CommandSpec spec;

    private SimulateCommand() {}

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        long chosen = seed.orElseGet(() -> (long) new SecureRandom().nextInt(SEEDS));
        Simulation simulation = simulation(chosen);
        String title = words(simulation);
        out.println(title);
        out.println();
        out.flush();
        Report report = new Report(simulation.findings());
        report.text().forEach(out::println);
        out.println();
        reserve(simulation).forEach(out::println);
        out.println();
        out.println("Repeat it with --seed " + chosen + ".");
        if (csv.isPresent()) Files.write(csv.get(), withTitle(title, report.csv()));
        if (plot.isPresent()) Files.writeString(plot.get(), report.svg(title));
        out.flush();
        return 0;
    }

    /** What makes no sense is a wrong argument. */
    private Simulation simulation(long chosen) {
        try {
            Simulation simulation = new Simulation(pool.pool(), days, runs, chosen);
            if (!(ruin > 0 && ruin < 1)) {
                throw new IllegalArgumentException("--ruin must be above 0 and below 1, not " + ruin);
            }
            if (reserve.isPresent() && !(reserve.get() > 0 && reserve.get() <= 1e6)) {
                throw new IllegalArgumentException(
                        "--reserve must be above 0 and at most 1000000 rewards, not " + reserve.get());
            }
            return simulation;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> reserve(Simulation simulation) {
        SimulatedPool simulated = simulation.pool();
        if (simulated.feeBasisPoints() == 0) {
            return List.of(
                    "The reserve of PPS: without a fee the pool is ruined some time, however large its reserve.");
        }
        Reserve rule = new Reserve(simulated.feeBasisPoints() / 10_000.0);
        double needed = rule.forRuin(ruin);
        double has = reserve.orElse(needed);
        Interval tried = rule.simulated(has, simulated.sharesPerBlock(), simulation.seed());
        return List.of(
                String.format(
                        Locale.ROOT,
                        "The reserve of PPS with %s: %.1f rewards for a chance of ruin of %s (the usual rule, ln(1/chance) / (2 fee): %.1f).",
                        rule,
                        needed,
                        ruin,
                        -Math.log(ruin) / (2 * rule.fee())),
                String.format(
                        Locale.ROOT,
                        "%.1f rewards are used up some time with a chance of %.5f; the pools simulated say between %.5f and %.5f.",
                        has,
                        rule.ruin(has),
                        Math.max(0, tried.value() - tried.half()),
                        tried.value() + tried.half()));
    }

    private static List<String> withTitle(String title, List<String> csv) {
        return Stream.concat(Stream.of("# " + title), csv.stream()).toList();
    }

    private static String words(Simulation simulation) {
        SimulatedPool pool = simulation.pool();
        return String.format(
                Locale.ROOT,
                "%d runs of %d days, seed %d: a pool with %s of the network (%.2f blocks a day), a miner with %s of the pool,"
                        + " a hopper with %s of it while he is there, %d shares to a network difficulty, fee %d and finder's bonus"
                        + " %d basis points, PPLNS over %s difficulties (unfilled: %s)",
                simulation.runs(),
                simulation.days(),
                simulation.seed(),
                pool.poolPart(),
                86_400 / pool.blockSeconds() * pool.poolPart(),
                pool.minerPart(),
                pool.hopperPart(),
                pool.sharesPerBlock(),
                pool.feeBasisPoints(),
                pool.bonusBasisPoints(),
                pool.windowFactor(),
                pool.unfilled().name().toLowerCase(Locale.ROOT));
    }
}

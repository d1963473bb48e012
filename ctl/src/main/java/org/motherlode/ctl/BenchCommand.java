package org.motherlode.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.motherlode.ctl.process.Leftovers;
import org.motherlode.ctl.work.BenchNames;
import org.motherlode.ctl.work.Build;
import org.motherlode.ctl.work.Prerequisites;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

@Command(
        name = "bench",
        description = {
            "Measure against the library alone, the disk, the wire. 'bench --help' has names and options.",
            "Meant for a machine that does nothing else."
        })
final class BenchCommand implements Callable<Integer> {
    /** Below the work folder: where it keeps node, database and server. */
    static final String HOUSE = "bench/house";

    private static final long ENDING_SECONDS = 70; // it gives itself 60, and a tenant has 90 to move out

    @ParentCommand
    private Main main;

    @Unmatched
    private List<String> arguments = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    private BenchCommand() {}

    @Override
    public Integer call() throws Exception {
        WorkFolder work = main.work();
        if (arguments.contains("--help") && !Files.isRegularFile(jar(work.project()))) {
            spec.commandLine().usage(spec.commandLine().getOut());
            spec.commandLine().getOut().println("Benches: " + String.join(", ", BenchNames.ALL));
            spec.commandLine().getOut().println("It tells its options itself, once ./motherlode build has made it.");
            return 0;
        }
        if (arguments.contains("--help")) return start(work.project()).waitFor();
        BenchNames.unknown(arguments).ifPresent(word -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no bench '" + word + "'; there are " + String.join(", ", BenchNames.ALL));
        });
        Steps steps = main.steps();
        Prerequisites.provide(steps);
        steps.say("building what changed");
        Build.packageAll(work, steps);
        try (Tenancy tenancy = Tenancy.of(work.resolve(HOUSE), steps)) {
            Process bench = start(work.project());
            try {
                Leftovers.mark("bench", bench.pid(), tenancy.folder().resolve("bench"));
                return bench.waitFor();
            } finally {
                end(bench);
            }
        }
    }

    /** A process of its own, as the server is: allocated memory then lies on huge pages like the server's. */
    private Process start(Path project) throws IOException {
        Path jar = jar(project);
        if (!Files.isRegularFile(jar)) throw new IOException(jar + " is missing: ./motherlode build makes it");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
                "-jar",
                jar.toString(),
                "--project",
                project.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putIfAbsent("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        return builder.start();
    }

    private static Path jar(Path project) {
        return project.resolve("bench/target/motherlode-bench.jar");
    }

    /** It ends what it started; that may take a while. */
    private static void end(Process bench) {
        bench.destroy();
        try {
            boolean ended = bench.waitFor(ENDING_SECONDS, TimeUnit.SECONDS);
            if (!ended) {
                bench.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

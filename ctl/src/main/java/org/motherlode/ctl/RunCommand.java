package org.motherlode.ctl;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motherlode.ctl.run.AdapterFile;
import org.motherlode.ctl.run.PoolFiles;
import org.motherlode.ctl.run.Production;
import org.motherlode.ctl.server.PoolEntry;
import org.motherlode.ctl.work.Build;
import org.motherlode.ctl.work.Prerequisites;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Run the server in the foreground with your pools; data stays. Ctrl-C ends it.")
final class RunCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Option(
            names = "--pool",
            required = true,
            paramLabel = "FILE",
            description = "A pool: lines of 'key = value', see docs/pool.properties.example. May come several times.")
    private List<Path> poolFiles;

    @Option(
            names = "--adapter",
            paramLabel = "FILE",
            description = "Bounds of sockets and verifiers: lines of 'key = value', see randomx-ra/adapter/README.md.")
    private Optional<Path> adapterFile = Optional.empty();

    @Option(
            names = "--port-offset",
            defaultValue = "0",
            paramLabel = "N",
            description = "Added to the ports 8080 (web), 9990 (management) and 25433 (PostgreSQL).")
    private int portOffset;

    @Spec
    private CommandSpec spec;

    private RunCommand() {}

    @Override
    public Integer call() throws Exception {
        PortOffset.check(spec, portOffset, Production.MOST_OFFSET);
        List<PoolEntry> pools = PoolFiles.read(poolFiles); // before minutes of building
        Map<String, String> adapter = adapterFile.isPresent() ? AdapterFile.read(adapterFile.get()) : Map.of();
        Steps steps = main.steps();
        Prerequisites.provide(steps);
        WorkFolder work = main.work();
        Build.packageChanged(work, steps);
        new Production(work, steps).run(pools, adapter, portOffset);
        return 0;
    }
}

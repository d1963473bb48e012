package org.motherlode.ctl;

import java.util.concurrent.Callable;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Delete the work folder: server, database, chain, logs, what a killed test left.")
final class CleanCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    private CleanCommand() {}

    @Override
    @SuppressWarnings("try") // the tenancies only have to be held
    public Integer call() throws Exception {
        WorkFolder work = main.work();
        Steps steps = main.steps();
        try (Tenancy demo = Tenancy.of(work.resolve("demo"), steps);
                Tenancy run = Tenancy.of(work.resolve("run"), steps);
                Tenancy test = Tenancy.of(work.resolve("test"), steps);
                Tenancy bench = Tenancy.of(work.resolve(BenchCommand.HOUSE), steps)) {
            work.delete();
            steps.say("deleted " + work.root());
        }
        return 0;
    }
}

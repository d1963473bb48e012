package org.motherlode.ctl;

import java.util.concurrent.Callable;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "clean",
        mixinStandardHelpOptions = true,
        description = "Delete the work folder: server, database, chain, logs.")
final class CleanCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    private CleanCommand() {}

    @Override
    public Integer call() throws Exception {
        WorkFolder work = main.work();
        work.delete();
        main.steps().say("deleted " + work.root());
        return 0;
    }
}

package org.motherlode.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.motherlode.ctl.work.Build;
import org.motherlode.ctl.work.Prerequisites;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "test", mixinStandardHelpOptions = true, description = "Install what is missing and run every test.")
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Option(names = "--long", description = "Also the long ones: full dataset, ten redeploys, twenty kills.")
    private boolean withLong;

    private TestCommand() {}

    @Override
    public Integer call() throws Exception {
        WorkFolder work = main.work();
        Steps steps = main.steps();
        Prerequisites.provide(steps);
        steps.say("running the tests");
        Build.maven(work.project(), withLong ? List.of("verify", "-Plong") : List.of("verify"));
        steps.say("all tests passed");
        return 0;
    }
}

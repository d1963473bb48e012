package org.motherlode.ctl;

import java.util.List;
import java.util.concurrent.Callable;
import org.motherlode.ctl.work.Jdk;
import org.motherlode.ctl.work.Prerequisites;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.TestRun;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "test", mixinStandardHelpOptions = true, description = "Install what is missing and run every test.")
final class TestCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Option(
            names = "--long",
            description =
                    "Also the long ones (full dataset, ten redeploys, twenty kills), and then all again on JDK 25.")
    private boolean withLong;

    private TestCommand() {}

    @Override
    public Integer call() throws Exception {
        WorkFolder work = main.work();
        Steps steps = main.steps();
        // Looked for first: who lacks it should not learn that after an hour.
        List<TestRun> runs =
                withLong ? TestRun.all(Jdk.running(), Jdk.of25()) : List.of(TestRun.ordinary(Jdk.running()));
        Prerequisites.provide(steps);
        List<String> notRun = TestRun.perform(runs, work, steps);
        notRun.forEach(reason -> steps.say("NOT RUN: " + reason));
        steps.say(notRun.isEmpty() ? "all tests passed" : "all other tests passed");
        return 0;
    }
}

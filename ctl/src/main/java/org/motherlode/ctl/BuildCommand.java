package org.motherlode.ctl;

import java.util.concurrent.Callable;
import org.motherlode.ctl.work.Build;
import org.motherlode.ctl.work.Prerequisites;
import org.motherlode.ctl.work.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Install what is missing and build everything, without tests.")
final class BuildCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    private BuildCommand() {}

    @Override
    public Integer call() throws Exception {
        Steps steps = main.steps();
        Prerequisites.provide(steps);
        steps.say("building; the first time takes some minutes");
        Build.packageAll(main.work(), steps);
        steps.say("built: ear/target/motherlode.ear, coopmine/target/coopmine.jar");
        return 0;
    }
}

package org.motherlode.ctl;

import java.util.concurrent.Callable;
import org.motherlode.ctl.demo.Demo;
import org.motherlode.ctl.demo.DemoPorts;
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
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Run a whole pool on a private chain: mine, mature, settle, pay. Ctrl-C stops all of it.")
final class DemoCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Option(names = "--once", description = "End after the first confirmed payout.")
    private boolean once;

    @Option(
            names = "--port-offset",
            defaultValue = "0",
            paramLabel = "N",
            description = "Added to every port: 3333 (Stratum), 8080 (web), 9990 (management) and those inside.")
    private int portOffset;

    @Spec
    private CommandSpec spec;

    private DemoCommand() {}

    @Override
    public Integer call() throws Exception {
        PortOffset.check(spec, portOffset, DemoPorts.MOST_OFFSET);
        Steps steps = main.steps();
        DemoPorts ports = DemoPorts.standard(portOffset);
        Prerequisites.provide(steps);
        WorkFolder work = main.work();
        Build.packageChanged(work, steps);
        new Demo(work, steps, ports).play(once);
        steps.say("done");
        return 0;
    }
}

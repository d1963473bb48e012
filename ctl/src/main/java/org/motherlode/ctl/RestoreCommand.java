package org.motherlode.ctl;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.motherlode.ctl.backup.RestoringBackup;
import org.motherlode.ctl.work.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Put a backup into an empty database that no server uses. Payouts are paused then: what was paid after the"
                    + " backup is unknown to it. Read the chapter on backups in docs/operators.md first."
        })
final class RestoreCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--throw-away-what-is-there",
            description =
                    "Restore into a database that is not empty: all its shares, blocks and balances are gone then.")
    private boolean replacing;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    private RestoreCommand() {}

    @Override
    public Integer call() throws Exception {
        Steps steps = main.steps();
        List<String> told = database.alone(main.work(), steps, owner -> {
            steps.say("restoring");
            return new RestoringBackup(owner, replacing).from(file);
        });
        told.forEach(line -> steps.say("  " + line));
        steps.say(
                "restored. BEFORE PAYOUTS GO ON: find what was paid since the backup in each pool's wallet, and book it,"
                        + " or it is paid twice. How: docs/operators.md, After a restore");
        return 0;
    }
}

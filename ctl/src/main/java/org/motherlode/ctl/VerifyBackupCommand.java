package org.motherlode.ctl;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motherlode.ctl.backup.VerifyingBackup;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.work.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "verify-backup",
        mixinStandardHelpOptions = true,
        description = "Try a backup: restore it into a PostgreSQL made for this, count, and prove the books.")
final class VerifyBackupCommand implements Callable<Integer> {
    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    private VerifyBackupCommand() {}

    @Override
    public Integer call() throws Exception {
        Steps steps = main.steps();
        steps.say("restoring " + file + " into a PostgreSQL of its own");
        VerifyingBackup.of(file, Folders.open(main.work().resolve("tmp"))).forEach(line -> steps.say("  " + line));
        steps.say("the backup is whole, it can be restored, and its books are right");
        return 0;
    }
}

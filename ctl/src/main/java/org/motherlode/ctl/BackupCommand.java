package org.motherlode.ctl;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.motherlode.ctl.backup.Facts;
import org.motherlode.ctl.backup.TakingBackup;
import org.motherlode.ctl.work.Steps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Write the whole database into one file, while the server runs or not.")
final class BackupCommand implements Callable<Integer> {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    @ParentCommand
    private Main main;

    @Mixin
    private DatabaseOptions database;

    @Option(
            names = "--pool",
            paramLabel = "FILE",
            description = "A pool file to take along as it is, with its passwords. May come several times.")
    private List<Path> poolFiles = new ArrayList<>();

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The backup; it must not be there yet. Default: motherlode-<time>.backup")
    private Optional<Path> file;

    private BackupCommand() {}

    @Override
    public Integer call() throws Exception {
        Steps steps = main.steps();
        Path target = file.orElseGet(() -> Path.of("motherlode-" + STAMP.format(Instant.now()) + ".backup"));
        SortedMap<String, String> facts = database.whileInUse(main.work(), steps, owner -> {
            steps.say("reading the database");
            return new TakingBackup(owner, poolFiles).to(target);
        });
        facts.forEach((name, value) -> steps.say("  " + name + ": " + value));
        steps.say("written: " + target.toAbsolutePath() + ", which only you may read: it has payments' secret keys"
                + (poolFiles.isEmpty() ? "" : " and the passwords in the pool files"));
        steps.say("try it: ./motherlode verify-backup " + target);
        List<String> wrong = Facts.unbalanced(facts);
        wrong.forEach(words -> steps.say("THE BOOKS ARE WRONG, and this backup will not be restored: " + words));
        return wrong.isEmpty() ? 0 : 1;
    }
}

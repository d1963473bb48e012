package org.motherlode.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.motherlode.ctl.process.ProgramFailedException;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The entry. Exit status: 0 done, 1 failed (the last line says why), 2 wrong arguments. */
@Command(
        name = "motherlode",
        description = "A mining pool server on Jakarta EE and WildFly.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Motherlode 0.1.0-SNAPSHOT",
        subcommands = {
            DemoCommand.class,
            TestCommand.class,
            BuildCommand.class,
            RunCommand.class,
            BenchCommand.class,
            SimulateCommand.class,
            BackupCommand.class,
            VerifyBackupCommand.class,
            RestoreCommand.class,
            CleanCommand.class,
            VerifyBlockCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {
    @Option(names = "--project", hidden = true, required = true, description = "The project's folder.")
    private Path project;

    /** Flyway tells more than a person wants to read. The field keeps the setting from being collected. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    private Main() {}

    public static void main(String[] arguments) {
        FLYWAY.setLevel(Level.WARNING);
        CommandLine line = new CommandLine(new Main());
        PrintWriter errors = new PrintWriter(System.err, true, Charset.defaultCharset());
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof IOException
                    || failure instanceof ProgramFailedException
                    || failure instanceof IllegalArgumentException) {
                errors.println("motherlode: " + (failure.getMessage() == null ? failure : failure.getMessage()));
            } else if (!(failure instanceof InterruptedException)) { // that was Ctrl-C, and needs no words
                failure.printStackTrace(errors);
            }
            return CommandLine.ExitCode.SOFTWARE;
        });
        System.exit(line.execute(arguments));
    }

    WorkFolder work() throws IOException {
        return WorkFolder.of(project);
    }

    Steps steps() {
        return new Steps(new PrintWriter(System.out, true, Charset.defaultCharset()), InstantSource.system());
    }
}

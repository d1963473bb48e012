package org.motherlode.ctl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.postgres.OwnersDatabase;
import org.motherlode.ctl.work.Steps;
import org.motherlode.ctl.work.Tenancy;
import org.motherlode.ctl.work.WorkFolder;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options by which a database is named, and the way into it as the owner of its tables. */
final class DatabaseOptions {
    @Option(
            names = "--of",
            defaultValue = "run",
            paramLabel = "run|demo",
            description = "Whose database, of those that this command makes. Default: ${DEFAULT-VALUE}")
    private String of;

    @Option(
            names = "--url",
            paramLabel = "JDBC",
            description = "A database of your own instead: jdbc:postgresql://host:5432/motherlode")
    private Optional<String> url;

    @Option(
            names = "--user",
            defaultValue = "motherlode_owner",
            paramLabel = "ROLE",
            description = "Who owns the tables there. Default: ${DEFAULT-VALUE}")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE", description = "Its first line is that role's password.")
    private Optional<Path> passwordFile;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private DatabaseOptions() {}

    /** What is done with a database. */
    @FunctionalInterface
    interface Task<T> {
        T with(DataSource owner) throws IOException, InterruptedException;
    }

    /** Does it while a server may run on that database. */
    <T> T whileInUse(WorkFolder work, Steps steps, Task<T> task) throws IOException, InterruptedException {
        if (url.isPresent()) return task.with(own());
        Path home = home(work);
        if (!Files.isDirectory(home.resolve("cluster"))) {
            throw new IOException("there is no database in " + home + ": './motherlode " + of + "' makes one");
        }
        Optional<DataSource> running = EmbeddedPostgres.runningOwner(home);
        return running.isPresent() ? task.with(running.get()) : alone(work, steps, task);
    }

    /** Does it while nobody else works in that folder; the database of {@code --of} is made if there is none. */
    <T> T alone(WorkFolder work, Steps steps, Task<T> task) throws IOException, InterruptedException {
        if (url.isPresent()) return task.with(own());
        Path home = home(work);
        try (Tenancy tenancy = Tenancy.of(work.resolve(of), steps)) {
            steps.say("starting PostgreSQL in " + tenancy.folder());
            try (EmbeddedPostgres postgres = EmbeddedPostgres.kept(home, 0)) {
                return task.with(postgres.ownerDataSource());
            }
        }
    }

    private Path home(WorkFolder work) {
        if (!of.equals("run") && !of.equals("demo")) {
            throw new ParameterException(spec.commandLine(), "--of must be run or demo, not '" + of + "'");
        }
        return work.resolve(of).resolve(Tenancy.POSTGRES);
    }

    private DataSource own() throws IOException {
        Path file = passwordFile.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "--url needs --password-file"));
        return OwnersDatabase.at(url.orElseThrow(), user, file);
    }
}

package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.motherlode.ctl.process.LogTail;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;

/**
 * One data folder and the programs that work on it. Nothing of it is a setting of durability: fsync and
 * synchronous_commit are on, always, because a payment's record must survive what the tests do to this server.
 */
record Cluster(Path folder, Binaries binaries, ServerUser user) {
    private static final String SETTINGS = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=on"
            + " -c synchronous_commit=on -c full_page_writes=on -c max_connections=100 -c password_encryption=scram-sha-256"
            + " -c log_checkpoints=off -c timezone=UTC";
    private static final Duration MOST = Duration.ofMinutes(2);

    Path data() {
        return folder.resolve("data");
    }

    private Path log() {
        return data().resolve("postgres.log");
    }

    void init(String superuserPassword) throws IOException {
        Path secret = folder.resolve("secret");
        Files.writeString(secret, superuserPassword + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.createDirectory(data());
        user.give(secret);
        user.give(data());
        run(List.of(
                binaries.program("initdb"),
                "--pgdata=" + data(),
                "--username=postgres",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--auth=scram-sha-256",
                "--pwfile=" + secret));
        Files.delete(secret);
    }

    /** Returns when it takes connections. */
    void start(int port) {
        String options = SETTINGS + " -c port=" + port;
        Program.Ending ending = pgCtl("start", "--wait", "--log=" + log(), "--options=" + options);
        if (ending.status() != 0) {
            throw new ProgramFailedException(
                    "PostgreSQL does not start: " + ending.output() + LogTail.lines(log(), 20));
        }
    }

    /** @param mode fast: open transactions are rolled back; immediate: as a crash, recovered at the next start */
    void stop(String mode) {
        Program.Ending ending = pgCtl("stop", "--wait", "--mode=" + mode);
        if (ending.status() != 0 && running()) throw new ProgramFailedException(ending.output());
    }

    boolean running() {
        return Files.exists(data().resolve("postmaster.pid")) && pgCtl("status").status() == 0 && isOurs();
    }

    /** After a crash of the machine the number in the file may be anybody's; PostgreSQL works in its data folder. */
    private boolean isOurs() {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(pid()), "cwd"), data());
        } catch (IOException e) {
            return false;
        }
    }

    /** Where a server that runs on this data listens; empty when none does. */
    OptionalInt runningPort() throws IOException {
        if (!running()) return OptionalInt.empty();
        return OptionalInt.of(Integer.parseInt(pidFile().get(3).strip()));
    }

    long pid() throws IOException {
        return Long.parseLong(pidFile().get(0).strip());
    }

    /** Line 1 is the process, line 4 the port. */
    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data().resolve("postmaster.pid"));
    }

    private Program.Ending pgCtl(String verb, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(binaries.program("pg_ctl"), verb, "--pgdata=" + data()));
        words.addAll(List.of(more));
        return program(words).run();
    }

    private void run(List<String> words) {
        program(words).succeed();
    }

    private Program program(List<String> words) {
        return Program.of(user.words(words)).in(folder).within(MOST);
    }
}

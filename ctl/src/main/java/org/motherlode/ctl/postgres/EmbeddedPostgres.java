package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;

/**
 * A PostgreSQL on loopback with the database {@code motherlode}, its roles and schemas. It is as durable as one that an
 * operator runs. Closing stops it; a temporary one is then deleted, a kept one can be opened again.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Duration DYING = Duration.ofSeconds(30);

    private final Cluster cluster;
    private final Passwords passwords;
    private final int port;
    private final Runnable whenClosed;

    EmbeddedPostgres(Cluster cluster, int port, Runnable whenClosed) throws IOException {
        this.cluster = cluster;
        this.passwords = Passwords.read(cluster.folder().resolve("passwords"));
        this.port = port;
        this.whenClosed = whenClosed;
    }

    /** A fresh one for a test, copied from a template that lies ready in the system's folder for temporary files. */
    public static EmbeddedPostgres temporary() {
        return temporary(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** The same below a folder that all may enter. */
    public static EmbeddedPostgres temporary(Path below) {
        try {
            return TemporaryClusters.open(below);
        } catch (IOException | SQLException e) {
            throw new ProgramFailedException("no temporary PostgreSQL: " + e.getMessage(), e);
        }
    }

    /**
     * One that stays: made at the first call, started at each. If a server already runs on this data, say because the
     * last owner was killed, that one is taken over with the port it has.
     *
     * @param home folder that all may enter; programs, data and the file of passwords lie below it
     * @param port to listen on; 0 for any free one
     */
    public static EmbeddedPostgres kept(Path home, int port) {
        try {
            ServerUser user = ServerUser.choose();
            Folders.open(home);
            Binaries binaries = Binaries.in(home, user);
            Path folder = Folders.whole(
                    home.resolve("cluster"), draft -> NewCluster.fill(new Cluster(draft, binaries, user)));
            Cluster cluster = new Cluster(folder, binaries, user);
            int running = cluster.runningPort().orElse(0);
            int chosen = running != 0 ? running : port != 0 ? port : FreePort.next();
            if (running == 0) cluster.start(chosen);
            return new EmbeddedPostgres(cluster, chosen, () -> {});
        } catch (IOException e) {
            throw new ProgramFailedException("no PostgreSQL in " + home + ": " + e.getMessage(), e);
        }
    }

    /** The owner's way into the kept one in this folder while somebody else runs it; empty when nobody does. */
    public static Optional<DataSource> runningOwner(Path home) throws IOException {
        Path folder = home.resolve("cluster");
        Optional<Binaries> binaries = Binaries.there(home);
        if (!Files.isDirectory(folder) || binaries.isEmpty()) return Optional.empty();
        OptionalInt port = new Cluster(folder, binaries.get(), ServerUser.choose()).runningPort();
        if (port.isEmpty()) return Optional.empty();
        Passwords passwords = Passwords.read(folder.resolve("passwords"));
        return Optional.of(Sources.of(port.getAsInt(), "motherlode", "motherlode_owner", passwords.owner()));
    }

    /** Stops the kept one in this folder, should its last owner have left it running. Tells whether there was one. */
    public static boolean stopKept(Path home) throws IOException {
        Path folder = home.resolve("cluster");
        Optional<Binaries> binaries = Binaries.there(home);
        if (!Files.isDirectory(folder) || binaries.isEmpty()) return false;
        Cluster cluster = new Cluster(folder, binaries.get(), ServerUser.choose());
        if (!cluster.running()) return false;
        cluster.stop("fast");
        return true;
    }

    public int port() {
        return port;
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/motherlode";
    }

    public String appUser() {
        return "motherlode_app";
    }

    public String appPassword() {
        return passwords.app();
    }

    /** Of the role {@code motherlode_owner}. */
    public String ownerPassword() {
        return passwords.owner();
    }

    /** What the server connects as. */
    public DataSource appDataSource() {
        return Sources.of(port, "motherlode", appUser(), passwords.app());
    }

    /** What the migrations connect as. */
    public DataSource ownerDataSource() {
        return Sources.of(port, "motherlode", "motherlode_owner", passwords.owner());
    }

    /** Asks it to end: open transactions are rolled back, everything is written. Nothing happens when it is down. */
    public void stop() {
        if (cluster.running()) cluster.stop("fast");
    }

    /** Ends it as a crash would, yet in order: the next start recovers from the log. */
    public void stopImmediately() {
        if (cluster.running()) cluster.stop("immediate");
    }

    /** SIGSTOP to the server and all its processes: sockets stay open, nobody answers. End it with {@link #goOn}. */
    public void hang() {
        signal("-STOP");
    }

    /** Goes on after {@link #hang} as if nothing had been. */
    public void goOn() {
        signal("-CONT");
    }

    /** The server first: while it is stopped it starts no other. One that has ended meanwhile needs no signal. */
    private void signal(String name) {
        signal(name, ProcessHandle.of(pid()).orElseThrow());
        processes().forEach(process -> signal(name, process));
    }

    private static void signal(String name, ProcessHandle process) {
        Program.Ending ending =
                Program.of(List.of("kill", name, Long.toString(process.pid()))).run();
        if (ending.status() != 0 && process.isAlive()) throw new ProgramFailedException(ending.output());
    }

    private List<ProcessHandle> processes() {
        ProcessHandle postmaster = ProcessHandle.of(pid()).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
        postmaster.descendants().forEach(all::add);
        return all;
    }

    /** SIGKILL to the server and all its processes; returns when they are gone. */
    public void kill() {
        try {
            List<ProcessHandle> all = processes();
            all.forEach(ProcessHandle::destroyForcibly);
            CompletableFuture<?>[] gone =
                    all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(gone).get(DYING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new ProgramFailedException("PostgreSQL could not be killed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailedException("interrupted while PostgreSQL was dying", e);
        }
    }

    /** Starts it again, same data, same port. */
    public void start() {
        cluster.start(port);
    }

    public long pid() {
        try {
            return cluster.pid();
        } catch (IOException e) {
            throw new ProgramFailedException("PostgreSQL is down", e);
        }
    }

    /** The server's own log. */
    public Path log() {
        return cluster.data().resolve("postgres.log");
    }

    @Override
    public void close() {
        if (Files.exists(cluster.data())) stop();
        whenClosed.run();
    }
}

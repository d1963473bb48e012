package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.process.FreePort;
import org.motherlode.ctl.process.Leftovers;
import org.motherlode.ctl.process.Program;

/**
 * Clusters for tests: each a copy of one template. A copy's folder bears the number of the process that made it, so what
 * a killed test left behind is found and removed by the next one.
 */
final class TemporaryClusters {
    private static final String COPY = "copy-";

    private TemporaryClusters() {}

    static EmbeddedPostgres open(Path below) throws IOException, SQLException {
        ServerUser user = ServerUser.choose();
        Path home = home(below, user);
        Binaries binaries = Binaries.in(home, user);
        removeOrphans(home, binaries, user);
        Path template =
                Folders.whole(home.resolve("template"), draft -> NewCluster.fill(new Cluster(draft, binaries, user)));
        Path copy =
                Files.createTempDirectory(home, COPY + ProcessHandle.current().pid() + "-");
        Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
        Program.of(List.of("cp", "-a", "--reflink=auto", template + "/.", copy.toString()))
                .succeed();
        Cluster cluster = new Cluster(copy, binaries, user);
        int port = FreePort.next();
        cluster.start(port);
        Leftovers.mark("PostgreSQL", cluster.pid(), copy.resolve("postgres"));
        Thread atExit = new Thread(() -> remove(cluster));
        Runtime.getRuntime().addShutdownHook(atExit);
        return new EmbeddedPostgres(cluster, port, () -> {
            Runtime.getRuntime().removeShutdownHook(atExit);
            remove(cluster);
        });
    }

    /** One home for each user and version. A name of ours that someone else took first in a shared folder is not used. */
    private static Path home(Path below, ServerUser user) throws IOException {
        String name = "motherlode-postgres-" + System.getProperty("user.name") + "-" + Setup.fingerprint();
        Path home = Folders.open(below.resolve(name));
        String owner = Files.getOwner(home).getName();
        if (owner.equals(System.getProperty("user.name"))) return home;
        throw new IOException(home + " belongs to " + owner + ", so " + user + " does not trust it");
    }

    private static void removeOrphans(Path home, Binaries binaries, ServerUser user) throws IOException {
        try (DirectoryStream<Path> copies = Files.newDirectoryStream(home, COPY + "*")) {
            for (Path copy : copies) {
                String pid = copy.getFileName().toString().split("-", -1)[1];
                if (ProcessHandle.of(Long.parseLong(pid)).isEmpty()) remove(new Cluster(copy, binaries, user));
            }
        }
    }

    private static void remove(Cluster cluster) {
        try {
            if (cluster.running()) cluster.stop("immediate");
            Folders.delete(cluster.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

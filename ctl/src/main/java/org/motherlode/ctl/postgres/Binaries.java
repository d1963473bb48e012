package org.motherlode.ctl.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;
import org.motherlode.ctl.process.Told;

/**
 * PostgreSQL's programs (initdb, pg_ctl, postgres): those below the folder that {@link Told#MOTHERLODE_POSTGRES} names, else
 * our own, unpacked once into a folder of their own.
 */
record Binaries(Path bin) {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    /** @throws ProgramFailedException when {@code user} could not run what lies there */
    static Binaries in(Path home, ServerUser user) throws IOException {
        Path folder =
                told().isPresent() ? told().orElseThrow() : Folders.whole(home.resolve("binaries"), Binaries::unpack);
        Binaries binaries = new Binaries(folder.resolve("bin"));
        if (!user.canExecute(binaries.bin.resolve("postgres"))) {
            throw new ProgramFailedException(
                    "the user " + user.other().orElse("running this") + " cannot execute programs below " + folder
                            + ": choose a folder that all may enter, on a file system without noexec");
        }
        return binaries;
    }

    /** Those with which {@link #in} worked before; empty where it never did. */
    static Optional<Binaries> there(Path home) {
        Path bin = told().orElse(home.resolve("binaries")).resolve("bin");
        return Files.isDirectory(bin) ? Optional.of(new Binaries(bin)) : Optional.empty();
    }

    private static Optional<Path> told() {
        return Told.MOTHERLODE_POSTGRES.value().map(told -> Path.of(told).toAbsolutePath());
    }

    String program(String name) {
        return bin.resolve(name).toString();
    }

    /** As Maven names it, for instance 18.4.0, or where the programs are that were told. */
    static String version() throws IOException {
        if (told().isPresent()) return told().orElseThrow().toString();
        try (InputStream in = Binaries.class.getResourceAsStream("/motherlode-postgres.properties")) {
            Properties lines = new Properties();
            if (in != null) lines.load(in);
            return lines.getProperty("version", "unknown");
        }
    }

    private static void unpack(Path folder) throws IOException {
        Path archive = folder.resolve("postgres.txz");
        try (InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) throw new IOException(ARCHIVE + " is not on the class path");
            Files.copy(packed, archive);
        }
        Program.of(List.of("tar", "-xJf", archive.toString(), "--no-same-owner", "-C", folder.toString()))
                .within(Duration.ofMinutes(3))
                .succeed();
        Files.delete(archive);
    }
}

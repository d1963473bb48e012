package org.motherlode.commands;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motherlode.ctl.process.Program;

/**
 * A copy of the project as it is after a build, so that its commands have a work folder of their own: nobody's demo is
 * ended or deleted by a test, and no test builds what another one uses.
 */
record Checkout(Path folder) {
    private static final Set<String> NOT_COPIED = Set.of(".git", ".motherlode", "target", "docs");
    private static final List<String> BUILT = List.of(
            "ear/target/motherlode.ear",
            "coopmine/target/coopmine.jar",
            "bench/target/motherlode-bench.jar",
            "randomx-ra/randomx/target/randomx-0.1.0-SNAPSHOT.jar",
            "randomx-ra/randomx/target/native/libmotherlode-randomx.so");

    /** Copies it; the folder is opened to all, since PostgreSQL may run as another user there. */
    static Checkout in(Path folder) throws IOException {
        Path project = Path.of(System.getProperty("motherlode.project"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.walkFileTree(project, new Copying(project, folder));
        for (String result : BUILT) copy(project.resolve(result), folder.resolve(result));
        copy(project.resolve("ctl/target/motherlode-ctl.jar"), folder.resolve("ctl/target/run/ctl.jar"));
        Files.createDirectories(folder.resolve(".motherlode"));
        Files.createFile(folder.resolve(".motherlode/built")); // the last of all, so that nothing is younger
        return new Checkout(folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    /** Calls the command with our JDK; {@code environment} is added to ours. */
    Program.Ending call(Map<String, String> environment, Duration most, String... arguments) {
        List<String> words = new ArrayList<>(List.of("./motherlode"));
        words.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        return Program.of(words).in(folder).with(all).within(most).run();
    }

    /** The processes that name this folder in their command line, which all that its commands start do. */
    List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(words -> words.contains(folder.toString()))
                .toList();
    }

    private static final class Copying extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copying(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) throws IOException {
            if (NOT_COPIED.contains(folder.getFileName().toString())) return FileVisitResult.SKIP_SUBTREE;
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
            if (facts.isRegularFile() && !NOT_COPIED.contains(file.getFileName().toString())) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}

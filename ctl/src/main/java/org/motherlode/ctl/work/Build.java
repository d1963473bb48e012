package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the project's own Maven. */
public final class Build {
    private static final List<String> RESULTS = List.of(
            "ear/target/motherlode.ear",
            "coopmine/target/coopmine.jar",
            "randomx-ra/randomx/target/native/libmotherlode-randomx.so");

    private Build() {}

    /** Everything packaged, no test run; what another command has just built while this one waited for it will do. */
    public static void packageAll(WorkFolder work, Steps steps) throws IOException, InterruptedException {
        try (BuildTurn turn = BuildTurn.in(work, steps)) {
            if (!turn.waited() || !isUpToDate(work)) make(work);
        }
    }

    private static void make(WorkFolder work) throws IOException, InterruptedException {
        Path mark = mark(work);
        Files.deleteIfExists(mark);
        Path began = Files.writeString(mark.resolveSibling("build-began"), "");
        new Maven(Jdk.running(), work.project(), List.of(Maven.TWO_MODULES, "-q", "-DskipTests", "package")).succeed();
        Files.move(began, mark);
    }

    /** The same if a source is younger than the last build, or a result of it has gone. */
    public static void packageChanged(WorkFolder work, Steps steps) throws IOException, InterruptedException {
        if (isUpToDate(work)) return;
        steps.say("building what changed; the first time takes some minutes");
        packageAll(work, steps);
    }

    private static boolean isUpToDate(WorkFolder work) throws IOException {
        Path mark = mark(work);
        return Files.exists(mark)
                && RESULTS.stream()
                        .allMatch(result -> Files.exists(work.project().resolve(result)))
                && new Sources(work.project()).changed().compareTo(Files.getLastModifiedTime(mark)) < 0;
    }

    private static Path mark(WorkFolder work) {
        return work.resolve("built");
    }
}

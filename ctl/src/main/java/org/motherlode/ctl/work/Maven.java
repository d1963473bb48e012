package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.ctl.process.Leftovers;

/**
 * A run of the project's own Maven, its output on our own.
 *
 * @param jdk that it runs on
 * @param place a folder for temporary files of it and of the tests that it runs, with the trace by which {@link Leftovers}
 *     ends it; empty for the system's
 */
record Maven(Jdk jdk, Path project, List<String> arguments, Optional<Path> place) {
    /** Half of the modules have tests that wait more than they compute. */
    static final String TWO_MODULES = "-T2";

    /** Tested servers live for a minute or two: what the second compiler makes of their code comes too late for them. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    Maven {
        arguments = List.copyOf(arguments);
    }

    Maven(Jdk jdk, Path project, List<String> arguments) {
        this(jdk, project, arguments, Optional.empty());
    }

    /** The folder of temporary files in a place. */
    static Path temporary(Path place) {
        return place.resolve("tmp");
    }

    /** Runs it; a failure is an exception. */
    void succeed() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(project.resolve("mvnw").toString(), "-B"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        place.ifPresent(where -> builder.environment()
                .merge("MAVEN_OPTS", "-Djava.io.tmpdir=" + temporary(where), (old, more) -> old + " " + more));
        if (place.isPresent()) builder.environment().putIfAbsent("MOTHERLODE_JAVA_OPTS", SHORT_LIVED);
        Process maven = builder.start();
        if (place.isPresent()) Leftovers.mark("Maven", maven.pid(), place.get().resolve("maven"));
        int status = maven.waitFor();
        if (status != 0) {
            throw new IOException("the build failed with status " + status + "; what Maven said is above");
        }
    }
}

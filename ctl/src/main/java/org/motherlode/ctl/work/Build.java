package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the project's own Maven. */
public final class Build {
    private Build() {}

    /** Everything packaged, no test run. */
    public static void packageAll(WorkFolder work) throws IOException, InterruptedException {
        maven(Jdk.running(), work.project(), List.of("-q", "-DskipTests", "package"));
    }

    /** Runs Maven on this JDK with these arguments, its output on our own; a failure is an exception. */
    public static void maven(Jdk jdk, Path project, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(project.resolve("mvnw").toString(), "-B"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).inheritIO();
        builder.environment().put("JAVA_HOME", jdk.home().toString());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("the build failed with status " + status + "; what Maven said is above");
        }
    }
}

package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that is run to its end. Its output goes to a file, not a pipe: a daemon that it leaves behind may keep the
 * descriptor without holding us up.
 *
 * @param words the command line, one word each; no shell reads it
 * @param folder where it runs
 * @param environment added to ours
 * @param deadline after which it is killed
 */
public record Program(List<String> words, Path folder, Map<String, String> environment, Duration deadline) {
    /** How it ended. {@code output} is what it said last on both channels, at most {@link LogTail#MOST_BYTES}. */
    public record Ending(int status, String output) {}

    public Program {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /** In the current folder, for a minute at most. */
    public static Program of(List<String> words) {
        return new Program(words, Path.of("").toAbsolutePath(), Map.of(), Duration.ofMinutes(1));
    }

    public Program in(Path where) {
        return new Program(words, where, environment, deadline);
    }

    public Program within(Duration most) {
        return new Program(words, folder, environment, most);
    }

    public Program with(Map<String, String> more) {
        return new Program(words, folder, more, deadline);
    }

    /**
     * Runs it; any status is an answer.
     *
     * @throws ProgramFailedException when it cannot be started or is over its deadline
     */
    public Ending run() {
        try {
            Path said = Files.createTempFile("motherlode-program", ".log");
            try {
                return new Ending(statusOf(started(said)), LogTail.of(said));
            } finally {
                Files.deleteIfExists(said);
            }
        } catch (IOException e) {
            throw new ProgramFailedException("cannot run " + words.get(0) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Runs it and wants status 0.
     *
     * @return what it said
     * @throws ProgramFailedException also when the status is not 0
     */
    public String succeed() {
        Ending ending = run();
        if (ending.status() != 0) {
            throw new ProgramFailedException(
                    String.join(" ", words) + " ended with status " + ending.status() + ":\n" + ending.output());
        }
        return ending.output();
    }

    private Process started(Path said) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private int statusOf(Process process) {
        try {
            if (process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS)) return process.exitValue();
            process.destroyForcibly();
            throw new ProgramFailedException(
                    String.join(" ", words) + " was not done after " + deadline.toSeconds() + " s");
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ProgramFailedException("interrupted while " + words.get(0) + " ran", e);
        }
    }
}

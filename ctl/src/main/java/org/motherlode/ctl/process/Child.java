package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process that we started, with its output in a file. Closing it ends it: first politely, then not. */
public final class Child implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts what the builder describes; its output and errors are appended to {@code log}, beside which it leaves a
     * trace by which {@link Leftovers} knows the process should we be killed.
     */
    public static Child start(String name, ProcessBuilder builder, Path log) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        Process process = builder.start();
        Trace.leave(name, process.pid(), log);
        return new Child(name, process, log);
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** What it started, and what that started, as far as it lives. */
    public Stream<ProcessHandle> offspring() {
        return process.descendants();
    }

    /** Leaves traces of those too: they outlive the process if somebody kills only that. */
    public void traceOffspring() throws IOException {
        for (ProcessHandle one : offspring().toList()) {
            Trace.leave(name, one.pid(), log.resolveSibling(log.getFileName() + "." + one.pid()));
        }
    }

    public Path log() {
        return log;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the check holds; an end of the process or the deadline is an exception with the log's last lines. */
    public void awaitReady(Duration within, Waiting.Check check) throws IOException, InterruptedException {
        boolean ready = Waiting.until(within, () -> !process.isAlive() || check.holds());
        if (!process.isAlive()) {
            throw new IOException(name + " ended with status " + process.exitValue() + tail());
        }
        if (!ready) {
            throw new IOException(name + " was not ready within " + within.toSeconds() + " s" + tail());
        }
    }

    /** The exit status, or an exception when the time is over. */
    public int awaitEnd(Duration within) throws IOException, InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IOException(name + " had not ended within " + within.toSeconds() + " s" + tail());
        }
        return process.exitValue();
    }

    public int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** SIGKILL to the process and to all that it started, at once. */
    public void kill() throws InterruptedException {
        List<ProcessHandle> offspring = process.descendants().toList();
        process.destroyForcibly();
        offspring.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
    }

    @Override
    public void close() {
        List<ProcessHandle> offspring = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        offspring.forEach(ProcessHandle::destroyForcibly);
    }

    private String tail() throws IOException {
        List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
        List<String> last = lines.subList(Math.max(0, lines.size() - 15), lines.size());
        return "; the end of " + log + ":\n" + String.join("\n", last);
    }
}

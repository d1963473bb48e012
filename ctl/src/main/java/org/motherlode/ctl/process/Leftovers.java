package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What an owner that was killed left running: found by the {@linkplain Trace traces} below a folder. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private Leftovers() {}

    /** Leaves a trace of a process that is not a {@link Child}, beside a file of this name. */
    public static void mark(String name, long pid, Path file) throws IOException {
        Trace.leave(name, pid, file);
    }

    /**
     * Ends them with all that they started: first politely, then not.
     *
     * @return their names
     */
    public static List<String> end(Path folder) throws IOException, InterruptedException {
        return end(folder, GRACE);
    }

    static List<String> end(Path folder, Duration grace) throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        List<ProcessHandle> living = new ArrayList<>();
        for (Path file : traces(folder)) {
            Trace trace = Trace.read(file);
            Optional<ProcessHandle> process = trace.living();
            if (process.isPresent()) {
                names.add(trace.name() + " (process " + trace.pid() + ")");
                living.add(process.get());
            }
        }
        end(living, grace);
        for (Path file : traces(folder)) Files.deleteIfExists(file);
        return names;
    }

    private static void end(List<ProcessHandle> processes, Duration grace) throws IOException, InterruptedException {
        List<ProcessHandle> all = new ArrayList<>(processes);
        processes.forEach(process -> process.descendants().forEach(all::add));
        processes.forEach(ProcessHandle::destroy);
        awaitEnd(processes, grace); // a shell that passes TERM on also waits for those it started
        all.forEach(ProcessHandle::destroyForcibly);
        if (!awaitEnd(all, GRACE)) throw new IOException("these processes cannot be ended: " + all);
    }

    private static boolean awaitEnd(List<ProcessHandle> processes, Duration within)
            throws InterruptedException, IOException {
        CompletableFuture<?>[] ends =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(within.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stubborn) {
            return false;
        } catch (ExecutionException e) {
            throw new IOException("the end of a process cannot be waited for", e);
        }
    }

    private static List<Path> traces(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        List<Path> traces = new ArrayList<>();
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (file.getFileName().toString().endsWith(Trace.SUFFIX)) traces.add(file);
                return FileVisitResult.CONTINUE;
            }

            /** Those whom we look for are at work: a file of theirs may go while we look. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return traces;
    }
}

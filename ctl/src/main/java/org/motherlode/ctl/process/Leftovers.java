package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What an owner that was killed left running: found by the {@linkplain Trace traces} below a folder. */
public final class Leftovers {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private Leftovers() {}

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
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.getFileName().toString().endsWith(Trace.SUFFIX))
                    .toList();
        }
    }
}

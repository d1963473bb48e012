package org.motherlode.ctl.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * Which process was started, in a file beside its log, for whoever comes after an owner that was killed. Process ids are
 * used again, so a trace also has the birth of the process, and speaks of nobody else.
 *
 * @param name for people
 * @param birth the boot of the machine, and the clock ticks since then at which the process started, as in proc(5)
 */
record Trace(String name, long pid, String birth) {
    static final String SUFFIX = ".process";

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Counted behind the program's name, which stands in brackets and may hold anything. */
    private static final int START_TIME = 19;

    /** Leaves a trace of a process that lives; of one that has ended already there is nothing to say. */
    static void leave(String name, long pid, Path log) throws IOException {
        Optional<String> birth = birthOf(pid);
        if (birth.isEmpty()) return;
        Path file = fileOf(log);
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        Files.write(draft, List.of(name, Long.toString(pid), birth.get()));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Trace read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.size() != 3) throw new IOException(file + " is no trace of a process: delete it");
        return new Trace(lines.get(0), Long.parseLong(lines.get(1)), lines.get(2));
    }

    /** The process, if it is this one that lives and not a later one of the same number. */
    Optional<ProcessHandle> living() throws IOException {
        Optional<ProcessHandle> found = ProcessHandle.of(pid);
        return birthOf(pid).filter(birth::equals).isPresent() ? found : Optional.empty();
    }

    private static Path fileOf(Path log) {
        return log.resolveSibling(log.getFileName() + SUFFIX);
    }

    private static Optional<String> birthOf(long pid) throws IOException {
        try {
            String line = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] numbers = line.substring(line.lastIndexOf(')') + 1).strip().split(" ", -1);
            return Optional.of(Files.readString(BOOT).strip() + " " + numbers[START_TIME]);
        } catch (NoSuchFileException ended) {
            return Optional.empty();
        }
    }
}

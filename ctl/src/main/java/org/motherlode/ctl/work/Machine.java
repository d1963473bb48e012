package org.motherlode.ctl.work;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs, libraries and headers may be on this machine, and which of them its user has told in variables. */
record Machine(Map<String, String> environment) {
    private static final String USUAL_PATH = "/usr/local/bin:/usr/bin:/bin";

    Machine {
        environment = Map.copyOf(environment);
    }

    static Machine here() {
        return new Machine(System.getenv());
    }

    /** What the variable says, if it says anything. */
    Optional<String> told(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank());
    }

    /** Whether a shell would find it: a path of an executable file, or a name in a folder of {@code PATH}. */
    boolean hasProgram(String program) {
        if (program.contains("/")) return isProgram(Path.of(program));
        return folders(environment.getOrDefault("PATH", USUAL_PATH))
                .anyMatch(folder -> isProgram(folder.resolve(program)));
    }

    /** Whether these programs are in that folder. */
    boolean hasPrograms(String folder, List<String> programs) {
        return programs.stream().allMatch(program -> isProgram(Path.of(folder, program)));
    }

    /** Whether a usual folder, or one of {@code LD_LIBRARY_PATH}, has a shared library whose file begins like this. */
    boolean hasLibrary(String name) {
        Stream<Path> usual = Stream.of("/lib", "/usr/lib", "/usr/local/lib", "/usr/lib64", "/lib64", "/usr/local/lib64")
                .flatMap(folder -> Stream.of(
                        Path.of(folder), Path.of(folder, "x86_64-linux-gnu"), Path.of(folder, "aarch64-linux-gnu")));
        return Stream.concat(folders(environment.getOrDefault("LD_LIBRARY_PATH", "")), usual)
                .anyMatch(folder -> holds(folder, name));
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static Stream<Path> folders(String list) {
        return Stream.of(list.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of);
    }

    private static boolean holds(Path folder, String beginning) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.anyMatch(file -> file.getFileName().toString().startsWith(beginning));
        } catch (IOException e) {
            return false;
        }
    }
}

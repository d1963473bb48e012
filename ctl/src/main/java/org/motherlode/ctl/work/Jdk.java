package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An installed JDK, by its folder. */
public record Jdk(Path home) {
    /** The folder of JDK 25 may be told in this environment variable. */
    public static final String TOLD_25 = "MOTHERLODE_JDK25";

    private static final Path USUAL = Path.of("/usr/lib/jvm");

    /** The one that this program runs on. */
    public static Jdk running() {
        return new Jdk(Path.of(System.getProperty("java.home")));
    }

    /** JDK 25 as told by {@link #TOLD_25}, else below {@code /usr/lib/jvm}; an exception says what to do if there is none. */
    public static Jdk of25() throws IOException {
        return find25(System.getenv().getOrDefault(TOLD_25, ""), USUAL);
    }

    /** The same; {@code told} is empty where nothing was told. */
    static Jdk find25(String told, Path usual) throws IOException {
        List<Path> places = told.isEmpty() ? foldersOf(usual) : List.of(Path.of(told));
        for (Path place : places) {
            if (isCompilerOf25(place)) return new Jdk(place);
        }
        String where = told.isEmpty() ? "below " + usual : "in " + told + ", which " + TOLD_25 + " names";
        throw new IOException("JDK 25 is missing: there is none " + where
                + ". The long tests run on it too: install one there or set " + TOLD_25 + " to its folder.");
    }

    private static List<Path> foldersOf(Path usual) throws IOException {
        if (!Files.isDirectory(usual)) return List.of();
        try (Stream<Path> folders = Files.list(usual)) {
            return folders.sorted().toList();
        }
    }

    private static boolean isCompilerOf25(Path home) throws IOException {
        Path release = home.resolve("release");
        if (!Files.isExecutable(home.resolve("bin/javac")) || !Files.isRegularFile(release)) return false;
        Pattern version = Pattern.compile("JAVA_VERSION=\"25(\\.[0-9.]+)?\"");
        return Files.readAllLines(release).stream()
                .anyMatch(line -> version.matcher(line).matches());
    }
}

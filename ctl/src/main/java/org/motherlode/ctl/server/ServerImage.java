package org.motherlode.ctl.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.motherlode.ctl.process.Folders;
import org.motherlode.ctl.process.Program;

/**
 * A WildFly with our modules and our configuration, and no deployment. Servers share it and never write to it. Its folder
 * bears the digest of what it was made of and appears in one step, so an image is whole and up to date, or not there.
 *
 * @param home WildFly's home
 * @param digest of the ingredients
 */
public record ServerImage(Path home, String digest) {
    private static final int NAMED = 12;
    private static final Pattern NAME = Pattern.compile("wildfly-[0-9a-f]{" + NAMED + "}");
    private static final Duration UNPACKING = Duration.ofMinutes(5);

    /** Finds the image of these ingredients below {@code folder}, or makes it, which takes a quarter of a minute. */
    public static ServerImage in(Path folder, Ingredients from) throws IOException {
        String digest = from.digest();
        Path place = folder.toAbsolutePath().resolve("wildfly-" + digest.substring(0, NAMED));
        Path home = Folders.whole(place, draft -> make(draft, from));
        removeOld(place.resolveSibling("."), home);
        return new ServerImage(home, digest);
    }

    /** An image of 320 MB is made for each change of a script; only this one and the one before it are kept. */
    private static void removeOld(Path folder, Path home) throws IOException {
        List<Path> old;
        try (Stream<Path> all = Files.list(folder)) {
            old = all.filter(one -> NAME.matcher(one.getFileName().toString()).matches())
                    .filter(one -> !one.getFileName().equals(home.getFileName()))
                    .sorted(Comparator.comparing((Path one) -> one.toFile().lastModified())
                            .reversed())
                    .skip(1)
                    .toList();
        }
        for (Path one : old) Folders.delete(one);
    }

    private static void make(Path home, Ingredients from) throws IOException {
        unpack(from.distribution(), home);
        copyTree(from.config().resolve("modules"), home.resolve("modules"));
        Path postgresql = home.resolve("modules/org/postgresql/main");
        Files.copy(from.driver(), postgresql.resolve("postgresql.jar"));
        Path randomx = home.resolve("modules/org/motherlode/randomx/main");
        Files.copy(from.binding(), randomx.resolve("randomx.jar"));
        Path natives = Files.createDirectories(randomx.resolve("lib/linux-x86_64"));
        Files.copy(from.bridge(), natives.resolve("libmotherlode-randomx.so"));
        Files.writeString(
                home.resolve("bin/standalone.conf"),
                Files.readString(from.config().resolve("motherlode.conf")),
                StandardOpenOption.APPEND);
        configure(home, from.scripts());
    }

    private static void configure(Path home, List<Path> scripts) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path script : scripts) all.append(Files.readString(script)).append('\n');
        Path base = home.resolve("standalone");
        new Console(home).offline(base, all.toString());
        for (String leftover : List.of("configuration/standalone_xml_history", "data", "log", "tmp")) {
            Folders.delete(base.resolve(leftover));
        }
    }

    /** The zip has one folder at its top; its content becomes the home. The JDK's own tool needs no other program. */
    private static void unpack(Path zip, Path home) throws IOException {
        String jar = Path.of(System.getProperty("java.home"), "bin", "jar").toString();
        Path draft = Files.createDirectory(home.resolve("unpacked"));
        Program.of(List.of(jar, "-xf", zip.toAbsolutePath().toString()))
                .in(draft)
                .within(UNPACKING)
                .succeed();
        try (Stream<Path> top = Files.list(draft)) {
            for (Path folder : top.toList()) moveContent(folder, home);
        }
        Folders.delete(draft);
        try (Stream<Path> programs = Files.list(home.resolve("bin"))) {
            for (Path program :
                    programs.filter(file -> file.toString().endsWith(".sh")).toList()) {
                if (!program.toFile().setExecutable(true, false)) throw new IOException("cannot chmod " + program);
            }
        }
    }

    private static void moveContent(Path from, Path to) throws IOException {
        try (Stream<Path> content = Files.list(from)) {
            for (Path one : content.toList()) Files.move(one, to.resolve(one.getFileName()));
        }
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path one : tree.toList()) {
                Path target = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(target);
                else Files.copy(one, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}

package org.motherlode.ra;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

/** A process whose system gives it few open files. Says its port, then a number for each line it hears, until it hears none. */
final class FewDescriptorsServer {
    private FewDescriptorsServer() {}

    public static void main(String[] args) throws Exception {
        loadClassesThatAreFiles();
        try (var server = new RunningAdapter(Path.of(args[0]), "accept-pause-millis = 50");
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            server.publish(PlainTemplate.at(10));
            say(server.address().getPort());
            while (in.readLine() != null) {
                say(server.total(Count.ACCEPTS_FAILED));
            }
        }
    }

    /** On a server classes lie in jars that stay open; here each would need a descriptor when it is first used. */
    private static void loadClassesThatAreFiles() throws IOException {
        for (String place : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path root = Path.of(place);
            if (!Files.isDirectory(root)) continue;
            try (Stream<Path> files = Files.walk(root)) {
                files.map(root::relativize)
                        .map(Path::toString)
                        .filter(file -> file.startsWith("org" + File.separator) && file.endsWith(".class"))
                        .forEach(FewDescriptorsServer::load);
            }
        }
    }

    private static void load(String file) {
        String name = file.substring(0, file.length() - ".class".length()).replace(File.separatorChar, '.');
        try {
            Class.forName(name, false, FewDescriptorsServer.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file + " lies on the class path and is no class", e);
        }
    }

    /** The line to the test that started this process. */
    private static void say(long number) {
        System.out.println(number);
        System.out.flush();
    }
}

package org.motherlode.bench.report;

import java.nio.file.Path;
import java.util.List;
import org.motherlode.ctl.process.Program;
import org.motherlode.ctl.process.ProgramFailedException;

/** librandomx does not say its version; the package that it came in does. */
final class DebianPackage {
    private static final String UNKNOWN = "version unknown";

    private DebianPackage() {}

    /** For instance {@code librandomx0 1.1.10-2}. */
    static String versionOf(Path file) {
        try {
            Program.Ending owner = ask("-S", file.toString());
            // A moved /lib is listed as /lib or /usr/lib, whichever it was packed with.
            Program.Ending found = owner.status() == 0 ? owner : ask("-S", "*/" + file.getFileName());
            String name = found.output().split(":", -1)[0];
            return found.status() == 0
                    ? ask("-W", "-f", "${Package} ${Version}", name).output().strip()
                    : UNKNOWN;
        } catch (ProgramFailedException noDebian) {
            return UNKNOWN;
        }
    }

    private static Program.Ending ask(String... words) {
        return Program.of(java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("dpkg-query"), List.of(words).stream())
                        .toList())
                .run();
    }
}

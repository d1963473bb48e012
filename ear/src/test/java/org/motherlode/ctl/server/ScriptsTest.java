package org.motherlode.ctl.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptsTest {
    private static final String CONFIGURATION = "standalone/configuration/standalone-full-ha.xml";

    private final Path project = Path.of(System.getProperty("motherlode.project"));
    private final Path servers = Path.of(System.getProperty("motherlode.test.folder"));

    @Test
    void undoing_all_scripts_gives_the_distributions_configuration_back(@TempDir Path folder) throws IOException {
        Ingredients from = Ingredients.of(project, servers.resolve("downloads"));
        ServerImage image = ServerImage.in(servers.resolve("images"), from);
        ServerBase base = ServerBase.prepare(
                image, folder.resolve("server"), new ServerBase.Content(List.of(), List.of(), Map.of()));
        List<Path> scripts = new java.util.ArrayList<>(from.scripts());
        Collections.reverse(scripts);
        StringBuilder undo = new StringBuilder();
        for (Path script : scripts) {
            undo.append(Files.readString(from.config().resolve("undo").resolve(script.getFileName())));
        }

        new Console(image.home()).offline(base.folder(), undo.toString());

        assertThat(sorted(Files.readString(base.configuration().resolve("standalone-full-ha.xml"))))
                .isEqualTo(sorted(original(from.distribution())));
    }

    /** Resources that were added again stand elsewhere in the file. */
    private static List<String> sorted(String text) {
        return text.lines().map(String::strip).sorted().toList();
    }

    private static String original(Path zip) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(zip)) {
            String top = zip.getFileName()
                    .toString()
                    .replace("wildfly-dist", "wildfly")
                    .replace(".zip", "");
            return Files.readString(inside.getPath(top, CONFIGURATION));
        }
    }
}

package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/**
 * Where a house stands.
 *
 * @param image the server, configured, without a deployment
 * @param ear what is deployed
 * @param folder of everything that is written; on the disk that is to be measured
 */
public record Site(ServerImage image, Path ear, Path folder) {
    /** A built project and its work folder. */
    public static Site of(Path project, Path work) throws IOException {
        Path ear = project.resolve("ear/target/motherlode.ear");
        if (!Files.isRegularFile(ear)) {
            throw new IOException(ear + " is missing: build the project first");
        }
        ServerImage image =
                ServerImage.in(work.resolve("images"), Ingredients.of(project, work.resolve("downloads")));
        return new Site(image, ear, work.resolve("bench/house"));
    }
}

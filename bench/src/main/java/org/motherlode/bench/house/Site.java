package org.motherlode.bench.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/**
 * Where a house stands.
 *
 * @param image the server, configured, without a deployment
 * @param ear what is deployed
 * @param folder of what node and server write; on the disk that is to be measured
 * @param database opened once for each house, and closed with it
 */
public record Site(ServerImage image, Path ear, Path folder, Supplier<EmbeddedPostgres> database) {
    /** A built project and its work folder. */
    public static Site of(Path project, Path work) throws IOException {
        Path ear = project.resolve("ear/target/motherlode.ear");
        if (!Files.isRegularFile(ear)) {
            throw new IOException(ear + " is missing: build the project first");
        }
        ServerImage image = ServerImage.in(work.resolve("images"), Ingredients.of(project, work.resolve("downloads")));
        Path folder = work.resolve("bench/house");
        return new Site(image, ear, folder, () -> EmbeddedPostgres.kept(folder.resolve("postgres"), 0));
    }

    /** The same with another EAR, which must have the same file name. */
    public Site withEar(Path other) {
        return new Site(image, other, folder, database);
    }
}

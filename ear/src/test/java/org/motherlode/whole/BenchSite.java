package org.motherlode.whole;

import java.io.IOException;
import java.nio.file.Path;
import org.motherlode.bench.house.Site;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.server.Ingredients;
import org.motherlode.ctl.server.ServerImage;

/** Where a bench that is run by a test finds the server, and keeps its data. */
final class BenchSite {
    private BenchSite() {}

    static Site in(Path folder) throws IOException {
        Path servers = Path.of(System.getProperty("motherlode.test.folder"));
        Path project = Path.of(System.getProperty("motherlode.project"));
        ServerImage image =
                ServerImage.in(servers.resolve("images"), Ingredients.of(project, servers.resolve("downloads")));
        return new Site(
                image,
                Path.of(System.getProperty("motherlode.ear")),
                folder.resolve("house"),
                EmbeddedPostgres::temporary);
    }
}

package org.motherlode.ctl.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.ctl.postgres.EmbeddedPostgres;

/** Tries a backup: what cannot be restored is no backup. */
public final class VerifyingBackup {
    private VerifyingBackup() {}

    /**
     * Restores it into a PostgreSQL that is made for this and deleted again, brings that to this program's schema, and has the
     * books proved from the first transfer on.
     *
     * @param below where that PostgreSQL lies; there must be room for the whole database
     * @return what is in it, a line each
     * @throws BackupException about what is wrong with it
     */
    public static List<String> of(Path path, Path below) throws IOException {
        List<String> lines = new ArrayList<>();
        try (BackupFile file = BackupFile.open(path)) {
            Manifest manifest = file.manifest();
            lines.add(
                    "taken at " + manifest.takenAt() + " of " + manifest.database() + ", schema " + manifest.schema());
            long rows =
                    manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
            lines.add(manifest.tables().size() + " tables with " + rows + " rows");
            for (Manifest.Part pool : manifest.files()) {
                file.read(pool, in -> in.transferTo(OutputStream.nullOutputStream()));
                lines.add("beside them " + pool.name());
            }
            manifest.facts().forEach((name, value) -> lines.add(name + ": " + value));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary(below)) {
            lines.addAll(new RestoringBackup(postgres.ownerDataSource(), false)
                    .from(path).stream().map(line -> "after a restore: " + line).toList());
        }
        return lines;
    }
}

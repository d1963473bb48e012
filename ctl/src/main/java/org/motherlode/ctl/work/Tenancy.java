package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.motherlode.ctl.postgres.EmbeddedPostgres;
import org.motherlode.ctl.process.BrokerScraps;
import org.motherlode.ctl.process.Leftovers;

/**
 * One folder has one tenant at a time. Whoever moves in or out ends what still runs in it: the last tenant may have been
 * killed. The lock is the operating system's and ends with its holder, however that ends.
 */
public final class Tenancy implements AutoCloseable {
    /** Below the folder: where the tenants keep PostgreSQL. */
    public static final String POSTGRES = "postgres";

    private final Path folder;
    private final FileChannel file;
    private final Steps steps;
    private final Farewell farewell;

    private Tenancy(Path folder, FileChannel file, Steps steps) {
        this.folder = folder;
        this.file = file;
        this.steps = steps;
        this.farewell = Farewell.toThisThread();
    }

    /**
     * Moves in. Until it is closed, Ctrl-C and TERM interrupt the calling thread and wait until it has moved out.
     *
     * @throws IOException also when somebody else is in there, with the number of that process
     */
    public static Tenancy of(Path folder, Steps steps) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path name = folder.resolve("tenant");
        FileChannel file = FileChannel.open(name, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.tryLock();
        if (lock == null) {
            file.close();
            throw new IOException("process " + Files.readString(name) + " works in " + folder
                    + ": end that one first (Ctrl-C, or kill)");
        }
        file.truncate(0);
        file.write(StandardCharsets.US_ASCII.encode(
                Long.toString(ProcessHandle.current().pid())));
        Tenancy tenancy = new Tenancy(folder, file, steps);
        tenancy.endLeftovers();
        return tenancy;
    }

    /** Ends what runs in the folder although nobody works in it any more, and tells of it. */
    void endLeftovers() throws IOException, InterruptedException {
        for (String name : Leftovers.end(folder)) {
            steps.say("ended what was left running: " + name);
        }
        if (EmbeddedPostgres.stopKept(folder.resolve(POSTGRES))) {
            steps.say("ended what was left running: PostgreSQL");
        }
        BrokerScraps.sweep();
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        farewell.begins();
        try {
            endLeftovers();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ending what runs in " + folder, e);
        }
        file.close();
        if (farewell.wasAskedFor()) {
            steps.say("ended, as you asked");
        }
        farewell.ends();
    }
}

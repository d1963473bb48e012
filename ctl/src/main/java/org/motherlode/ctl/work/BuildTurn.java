package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;

/** One command builds at a time, for all write to the same folders. The lock ends with its holder, however that ends. */
record BuildTurn(FileChannel file, boolean waited) implements AutoCloseable {
    /** Returns when no other command builds, and says so if it has to wait. */
    static BuildTurn in(WorkFolder work, Steps steps) throws IOException {
        FileChannel file =
                FileChannel.open(work.resolve("builds"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock free = file.tryLock();
        if (free != null) return new BuildTurn(file, false);
        steps.say("another command builds; waiting");
        file.lock();
        return new BuildTurn(file, true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}

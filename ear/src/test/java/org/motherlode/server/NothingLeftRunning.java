package org.motherlode.server;

import java.util.List;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Ends, after the last test, whatever a test that failed while it started its servers could not end itself, and
 * names it in the output.
 */
public final class NothingLeftRunning implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
        for (ProcessHandle process : left) {
            // Not by a logger: its line would not be seen any more, so late in the life of this process.
            System.err.println("a test left process " + process.pid() + " running: "
                    + process.info().command().orElse("unknown"));
            process.destroyForcibly();
        }
    }
}

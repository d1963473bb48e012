package org.motherlode.ctl.server;

import java.nio.file.Path;
import java.util.List;
import org.motherlode.ctl.process.LogTail;

/** Finds in a server's log why it did not come up. */
final class BootLog {
    private static final int MOST_LINES = 12;
    private static final int READ_LINES = 2000;

    private BootLog() {}

    /** The first errors of what was logged last, or its last lines when there is no error among them. */
    static String reasons(Path log) {
        List<String> lines = LogTail.lines(log, READ_LINES).lines().toList();
        List<String> errors =
                lines.stream().filter(BootLog::tells).limit(MOST_LINES).toList();
        List<String> last = lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size());
        return String.join("\n", errors.isEmpty() ? last : errors);
    }

    private static boolean tells(String line) {
        return line.contains(" ERROR ") || line.contains(" FATAL ") || line.startsWith("Caused by: ");
    }
}

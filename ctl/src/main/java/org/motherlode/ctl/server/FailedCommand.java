package org.motherlode.ctl.server;

import java.util.List;
import java.util.regex.Pattern;

/** Finds in what WildFly's command line said the command that it gave up at: the last one that it repeated. */
final class FailedCommand {
    /** {@code [standalone@embedded /] } before a repeated command. */
    private static final Pattern PROMPT = Pattern.compile("^\\[(disconnected|[a-z]+@[^ \\]]*) [^\\]]*\\] ");

    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"(?:\\\\.|[^\"\\\\])*\"");

    private FailedCommand() {}

    /** That command without the value that it sets, which may be a secret, and the reason; all, if none was repeated. */
    static String in(String output) {
        List<String> lines = output.lines().toList();
        for (int at = lines.size() - 1; at >= 0; at--) {
            String command = PROMPT.matcher(lines.get(at)).replaceFirst("");
            if (!command.equals(lines.get(at))) {
                String words = VALUE.matcher(command).replaceAll("value=…");
                return String.join("\n", words, String.join("\n", lines.subList(at + 1, lines.size())));
            }
        }
        return output;
    }
}

package org.motherlode.ctl;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What commands take as {@code --port-offset}. */
final class PortOffset {
    private PortOffset() {}

    /** Refuses, as a wrong argument, a distance at which a port would be none. */
    static void check(CommandSpec command, int offset, int most) {
        if (offset >= 0 && offset <= most) return;
        throw new ParameterException(
                command.commandLine(), "--port-offset must be from 0 to " + most + ", not " + offset);
    }
}

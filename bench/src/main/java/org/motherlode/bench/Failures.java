package org.motherlode.bench;

import java.io.IOException;
import java.io.PrintWriter;
import org.motherlode.ctl.process.ProgramFailedException;
import picocli.CommandLine;

/** Says in a sentence what a person can do something about, and shows where it happened otherwise. */
final class Failures {
    private Failures() {}

    /** Gives the exit status. */
    static int told(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter errors = command.getErr();
        if (failure instanceof IOException
                || failure instanceof ProgramFailedException
                || failure instanceof IllegalArgumentException) {
            errors.println("motherlode bench: " + failure.getMessage());
        } else if (failure instanceof InterruptedException) {
            errors.println("motherlode bench: ended before it was done");
        } else {
            failure.printStackTrace(errors);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}

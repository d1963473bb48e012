package org.motherlode.ctl.process;

/** A program could not be started, took too long, or ended with a status that its caller did not want. */
public final class ProgramFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ProgramFailedException(String message) {
        super(message);
    }

    public ProgramFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}

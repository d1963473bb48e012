package org.motherlode.coopmine;

/** How a program ended, for scripts. Ended by a signal, the JVM says 128 plus its number: 130 or 143. */
public enum ExitCode {
    DONE(0),
    BUG(1),
    /** The same number as picocli's. */
    WRONG_USAGE(2),
    /** The pool was there and did not want us, or we do not know its hash function. */
    REFUSED(3),
    UNREACHABLE(4),
    CANNOT_HASH(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }
}

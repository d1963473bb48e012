package org.motherlode.stratum.frame;

import java.io.IOException;

/** The peer sent more bytes than a line may have before it ended the line. The stream cannot be read any further. */
public final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1;

    LineTooLongException(int mostBytes) {
        super("a line of more than " + mostBytes + " bytes");
    }
}

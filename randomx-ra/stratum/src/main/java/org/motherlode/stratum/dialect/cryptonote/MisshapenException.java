package org.motherlode.stratum.dialect.cryptonote;

import java.io.IOException;

/** The line is JSON but not the request that it says it is; the message says what is wrong, in our words only. */
final class MisshapenException extends IOException {
    private static final long serialVersionUID = 1;

    MisshapenException(String message) {
        super(message);
    }
}

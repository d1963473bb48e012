package org.motherlode.stratum.client;

import java.io.IOException;

/** The pool answered the login with an error; its words are the message. */
final class LoginRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    /** Motherlode's pools answer so where nothing is wrong with the login and it is worth another attempt. */
    private static final long LATER = -2;

    private final boolean worthRepeating;

    LoginRefusedException(Fault fault) {
        super("the pool refused the login: " + fault.message());
        this.worthRepeating = fault.code() == LATER;
    }

    boolean isWorthRepeating() {
        return worthRepeating;
    }
}

package org.motherlode.shape.offence.ejb.util;

/** A name without meaning, a native method, a print, a socket, an injected field: all in one. */
public final class Things {
    @jakarta.inject.Inject
    private java.net.Socket socket;

    static native void call();

    void print() {
        System.out.println(socket);
    }
}

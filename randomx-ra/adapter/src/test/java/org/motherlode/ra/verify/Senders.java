package org.motherlode.ra.verify;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Connections of made-up addresses. */
final class Senders {
    private Senders() {}

    /** A new connection from the address {@code 192.0.2.<host>}. */
    static Sender at(int host) {
        return at("192.0.2." + host);
    }

    static Sender at(String address) {
        try {
            return Sender.at(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

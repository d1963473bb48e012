package org.motherlode.model.pool;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the lines of a port are encrypted. */
public enum PortSecurity {
    /** Never: who begins with a TLS handshake is sent away. */
    PLAIN,
    /** Always: who begins with anything else is sent away. */
    TLS,
    /** As the miner wishes, told by the first byte that it sends. */
    EITHER;

    /** As it is written: {@code plain}, {@code tls} or {@code either}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<PortSecurity> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    public boolean takesTls() {
        return this != PLAIN;
    }

    public boolean takesPlain() {
        return this != TLS;
    }
}

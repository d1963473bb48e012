package org.motherlode.model.audit;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * A digest of all fields of a bundle in their order: SHA-256 over a line {@code name, space, value, line feed} each, the name
 * with those that it belongs to and points between. It shows that a file is whole, and that two people have the same one.
 */
public final class Fingerprint {
    /** The name of the field that has it, the last of a bundle. */
    public static final String FIELD = "fingerprint";

    private final MessageDigest digest = Sha256.begin();

    /** Throws if the value has a line feed, which would let two bundles have the same fingerprint. */
    public void add(String name, String value) {
        if (value.indexOf('\n') >= 0) {
            throw new IllegalArgumentException(name + " must not have a line feed");
        }
        digest.update(Sha256.utf8(name + ' ' + value + '\n'));
    }

    /** 64 lower-case hex digits. May be asked once. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package org.motherlode.randomx;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;

/** The library under test: the system's, or the one that the system property {@code randomx.library} names. */
final class TestLibrary {
    static final byte[] KEY = "test key 000".getBytes(StandardCharsets.US_ASCII);
    static final byte[] INPUT = "This is a test".getBytes(StandardCharsets.US_ASCII);
    static final String HASH = "639183aae1bf4c9a35884cb46b09cad9175f04efd7684e7262a0ac1c2f0b4e3f";

    private TestLibrary() {}

    static RandomX open() {
        return RandomX.open(preferences());
    }

    static Preferences preferences() {
        String named = System.getProperty("randomx.library", "");
        return named.isBlank() ? Preferences.none() : Preferences.none().withLibrary(Path.of(named));
    }

    static String hash(Vm vm, byte[] input) {
        byte[] out = new byte[Vm.HASH_BYTES];
        vm.hash(input, out);
        return HexFormat.of().formatHex(out);
    }
}

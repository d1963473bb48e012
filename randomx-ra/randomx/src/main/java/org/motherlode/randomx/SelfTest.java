package org.motherlode.randomx;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The official vectors of the RandomX authors ({@code src/tests/tests.cpp}), computed when a library is opened. A library
 * that fails the first version, in either of the two ways in which hashes are computed here, is not used. The second version is believed only if its vector comes out: older libraries
 * ignore the flag and compute the first.
 */
final class SelfTest {
    private static final String KEY = "test key 000";
    private static final String OTHER_KEY = "test key 001";
    private static final String LATIN = "sed do eiusmod tempor incididunt ut labore et dolore magna aliqua";

    private record Vector(String key, String input, String hash) {}

    private static final Vector LAST =
            new Vector(OTHER_KEY, LATIN, "e9ff4503201c0c2cca26d285c93ae883f9b1d30c9eb240b820756f2d5a7905fc");
    private static final List<Vector> FIRST = List.of(
            new Vector(KEY, "This is a test", "639183aae1bf4c9a35884cb46b09cad9175f04efd7684e7262a0ac1c2f0b4e3f"),
            new Vector(
                    KEY,
                    "Lorem ipsum dolor sit amet",
                    "300a0adb47603dedb42228ccb2b211104f4da45af709cd7547cd049e9489c969"),
            new Vector(KEY, LATIN, "c36d4ed4191e617309867ed66a443be4075014e2b061bcdaf9ce7b721d2b77a8"),
            LAST);
    private static final Vector SECOND =
            new Vector(OTHER_KEY, LATIN, "97024134686ce27d362ea8d86d8ef16483ac272abdabd46ef13359400777fe5e");

    private SelfTest() {}

    /** Which variants the library can do with these flags; an {@link IllegalStateException} if not even the first. */
    static Set<Variant> variants(long library, int flags) {
        try (Cache cache = new Cache(library, flags)) {
            cache.init(bytes(KEY));
            try (Vm vm = new Vm(library, flags, Lease.on(cache))) {
                checkFirst(cache, vm);
            }
            try (Vm vm = new Vm(library, Flags.other(flags), Lease.on(cache))) {
                check(vm, LAST);
            }
            boolean second = isSecond(library, flags, cache) && isSecond(library, Flags.other(flags), cache);
            return second ? EnumSet.allOf(Variant.class) : EnumSet.of(Variant.V1);
        }
    }

    private static boolean isSecond(long library, int flags, Cache cache) {
        try (Vm vm = new Vm(library, flags | Flags.V2, Lease.on(cache))) {
            return hash(vm, SECOND.input()).equals(SECOND.hash());
        }
    }

    private static void checkFirst(Cache cache, Vm vm) {
        String key = KEY;
        for (Vector vector : FIRST) {
            if (!vector.key().equals(key)) {
                key = vector.key();
                cache.init(bytes(key));
                vm.use(cache);
            }
            check(vm, vector);
        }
    }

    private static void check(Vm vm, Vector vector) {
        String hash = hash(vm, vector.input());
        if (!hash.equals(vector.hash())) {
            throw new IllegalStateException("it fails the official vector '" + vector.input() + "' under '"
                    + vector.key() + "': " + hash + " instead of " + vector.hash());
        }
    }

    private static String hash(Vm vm, String input) {
        byte[] out = new byte[Vm.HASH_BYTES];
        vm.hash(bytes(input), out);
        return HexFormat.of().formatHex(out);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

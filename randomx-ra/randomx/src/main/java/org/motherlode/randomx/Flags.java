package org.motherlode.randomx;

import java.util.ArrayList;
import java.util.List;

/** The flags of randomx.h. */
final class Flags {
    static final int LARGE_PAGES = 1;
    static final int HARD_AES = 2;
    static final int FULL_MEM = 4;
    static final int JIT = 8;
    static final int SECURE = 16;
    static final int ARGON2_SSSE3 = 32;
    static final int ARGON2_AVX2 = 64;
    static final int V2 = 128;

    private Flags() {}

    /** What the library recommends for this processor, with the compiler as the engine allows it. */
    static int with(int recommended, Engine engine) {
        int plain = recommended & ~(JIT | SECURE);
        return switch (engine) {
            case JIT -> plain | JIT;
            case SECURE_JIT -> plain | JIT | SECURE;
            case INTERPRETER -> plain;
        };
    }

    /**
     * Another way to the same hash: AES by tables where the processor does it with these flags, else no compiler, which is six times
     * slower.
     */
    static int other(int flags) {
        return (flags & HARD_AES) != 0 ? flags & ~HARD_AES : with(flags, Engine.INTERPRETER);
    }

    static String text(int flags) {
        List<String> names = new ArrayList<>();
        add(names, flags, HARD_AES, "hardware AES");
        add(names, flags, JIT, "JIT");
        add(names, flags, SECURE, "W^X");
        add(names, flags, ARGON2_SSSE3, "Argon2 SSSE3");
        add(names, flags, ARGON2_AVX2, "Argon2 AVX2");
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static void add(List<String> names, int flags, int flag, String name) {
        if ((flags & flag) != 0) {
            names.add(name);
        }
    }
}

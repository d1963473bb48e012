package org.motherlode.randomx;

import java.util.Locale;

/** The machine as the folders of native code name it. */
final class Platform {
    private Platform() {}

    /** For example {@code linux-x86_64}, the form that JBoss Modules uses. */
    static String name() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT) + "-" + architecture();
    }

    /** As {@code uname -m} says it. */
    static String architecture() {
        String arch = System.getProperty("os.arch", "");
        return arch.equals("amd64") ? "x86_64" : arch;
    }

    /** The name that Debian gives to folders of this machine's libraries. */
    static String multiarch() {
        return architecture() + "-linux-gnu";
    }
}

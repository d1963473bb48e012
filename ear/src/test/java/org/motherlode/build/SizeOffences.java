package org.motherlode.build;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files at the limits of size, and just beyond. */
final class SizeOffences {
    static final int MOST_FILE_LINES = 250;
    static final int MOST_METHOD_LINES = 40;
    static final int MOST_PARAMETERS = 4;

    private static final int PACKAGE_LINES = 2;

    private SizeOffences() {}

    /** A class whose file, the package's two lines included, has this many lines. */
    static String file(String name, int lines) {
        return "class " + name + " {\n" + "    // one more line\n".repeat(lines - PACKAGE_LINES - 2) + "}\n";
    }

    /** A class with a method of this many lines, that of its name and that of its last brace included. */
    static String method(String name, int lines) {
        return "class " + name + " {\n    static int counted() {\n        int count = 0;\n"
                + "        count++;\n".repeat(lines - 4) + "        return count;\n    }\n}\n";
    }

    /** A class with a method of this many parameters. */
    static String parameters(String name, int count) {
        return "class " + name + " {\n    static int sum(" + list(count, ", ", "int p") + ") {\n        return "
                + list(count, " + ", "p") + ";\n    }\n}\n";
    }

    private static String list(int count, String between, String word) {
        return IntStream.range(0, count).mapToObj(i -> word + i).collect(Collectors.joining(between));
    }
}

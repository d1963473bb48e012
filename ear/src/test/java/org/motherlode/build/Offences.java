package org.motherlode.build;

import java.util.List;

/**
 * One offence or more against each rule. Words that Checkstyle looks for in our own files too are put together here.
 */
final class Offences {
    private Offences() {}

    static List<Offence> againstFormat() {
        return List.of(
                format("Crooked", "class Crooked {int  value;\n}\n"),
                format("Forgotten", "import java.util.List;\n\nclass Forgotten {}\n"));
    }

    private static Offence format(String name, String source) {
        return Offence.in("format", name, source, "violations");
    }

    static List<Offence> againstCheckstyle() {
        return List.of(
                checkstyle("LongFile", SizeOffences.file("LongFile", SizeOffences.MOST_FILE_LINES + 1), "FileLength"),
                checkstyle(
                        "LongMethod",
                        SizeOffences.method("LongMethod", SizeOffences.MOST_METHOD_LINES + 1),
                        "MethodLength"),
                checkstyle(
                        "ManyParameters",
                        SizeOffences.parameters("ManyParameters", SizeOffences.MOST_PARAMETERS + 1),
                        "ParameterNumber"),
                checkstyle("Internal", "import sun.misc.Unsafe;\n\nclass Internal {}\n", "IllegalImport"),
                checkstyle("Starred", "import java.util.*;\n\nclass Starred {}\n", "AvoidStarImport"),
                checkstyle("Two", "class Two {}\n\nclass Second {}\n", "OneTopLevelClass"),
                checkstyle("Swallowed", caught("RuntimeException", ""), "EmptyCatchBlock"),
                checkstyle("Greedy", caught("Throwable", "throw e;"), "IllegalCatch"),
                checkstyle("Sleeping", running("Thread" + ".sleep(1);"), "RegexpSinglelineJava"),
                checkstyle("Dozing", running("TimeUnit.SECONDS" + ".sleep(1);"), "RegexpSinglelineJava"),
                checkstyle("Skipped", "@" + "Disabled\nclass Skipped {}\n", "RegexpSinglelineJava")
                        .amongTests(),
                checkstyle("Assuming", running("assume" + "True(false);"), "RegexpSinglelineJava")
                        .amongTests(),
                checkstyle("Unsaid", "public class Unsaid {}\n", "MissingJavadocType"));
    }

    private static Offence checkstyle(String name, String source, String rule) {
        return Offence.in("checkstyle", name, source, "[" + rule + "]");
    }

    private static String caught(String what, String answer) {
        return running("try {\n        } catch (" + what + " e) {\n        " + answer + "\n        }");
    }

    private static String running(String statement) {
        return "class Running {\n    void run() {\n        " + statement + "\n    }\n}\n";
    }

    /** Each in a module of its own, since one of them is enough to fail the module. */
    static List<Offence> againstTheCompiler() {
        return List.of(
                compiled(
                        "Error",
                        "    static boolean same(String one) {\n        return one.equals(one);\n    }\n",
                        "[SelfEquals]"),
                compiled(
                        "Warning",
                        "    static String text(byte[] bytes) {\n        return new String(bytes);\n    }\n",
                        "[DefaultCharset]"),
                compiled("Null", "    static Object nothing() {\n        return null;\n    }\n", "[NullAway]"),
                compiled(
                        "Lint",
                        "    static int size(java.util.List list) {\n        return list.size();\n    }\n",
                        "found raw type: java.util.List"));
    }

    private static Offence compiled(String name, String method, String words) {
        return Offence.in(
                "compiler-" + name.toLowerCase(java.util.Locale.ROOT),
                name,
                "class " + name + " {\n" + method + "}\n",
                words);
    }
}

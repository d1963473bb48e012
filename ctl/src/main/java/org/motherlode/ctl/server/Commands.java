package org.motherlode.ctl.server;

/** Words of WildFly's command line. */
final class Commands {
    static final String ADAPTER = "/subsystem=resource-adapters/resource-adapter=motherlode";

    private Commands() {}

    /** A value that is taken as it stands, expressions excepted. It may be a secret, so no message repeats it. */
    static String quoted(String value) {
        if (value.contains("\n") || value.contains("\r")) {
            throw new IllegalArgumentException("a value in a command has no line breaks");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

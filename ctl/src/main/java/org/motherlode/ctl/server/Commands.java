package org.motherlode.ctl.server;

/** Words of WildFly's command line. */
final class Commands {
    static final String ADAPTER = "/subsystem=resource-adapters/resource-adapter=motherlode";

    private Commands() {}

    /** A value that is taken as it stands, expressions excepted. */
    static String quoted(String value) {
        if (value.contains("\n")) throw new IllegalArgumentException("a command has no line breaks: " + value);
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

package org.motherlode.build;

/**
 * A source file that the build must refuse.
 *
 * @param module that it lies in; a tool that stops at the first sort of error needs a module for each sort
 * @param tree {@code main} or {@code test}
 * @param name of the type and the file
 * @param source what is in the file
 * @param words of the tool about it
 */
record Offence(String module, String tree, String name, String source, String words) {
    private static final String PACKAGE = "package org.motherlode.tried;\n\n";

    static Offence in(String module, String name, String source, String words) {
        return new Offence(module, "main", name, PACKAGE + source, words);
    }

    /** The same in the tree of tests. */
    Offence amongTests() {
        return new Offence(module, "test", name, source, words);
    }

    String path() {
        return "src/" + tree + "/java/org/motherlode/tried/" + name + ".java";
    }

    @Override
    public String toString() {
        return name;
    }
}

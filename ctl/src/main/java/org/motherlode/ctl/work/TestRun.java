package org.motherlode.ctl.work;

import java.io.IOException;
import java.util.List;

/**
 * One run of Maven that tests.
 *
 * @param what in words
 * @param jdk that builds, tests, and runs the tested servers
 * @param arguments of Maven
 */
public record TestRun(String what, Jdk jdk, List<String> arguments) {
    public TestRun {
        arguments = List.copyOf(arguments);
    }

    /** Every test that is not tagged as long. */
    public static TestRun ordinary(Jdk jdk) {
        return new TestRun("every test", jdk, List.of("verify"));
    }

    /** The ordinary tests, then those tagged as long; then both again on another JDK, from a build of its own. */
    public static List<TestRun> all(Jdk first, Jdk second) {
        return List.of(
                ordinary(first),
                tagged(first),
                new TestRun("every test", second, List.of("clean", "verify")),
                tagged(second));
    }

    private static TestRun tagged(Jdk jdk) {
        return new TestRun("the long tests", jdk, List.of("verify", "-Plong"));
    }

    /** Runs it; a test that fails is an exception. */
    public void perform(WorkFolder work, Steps steps) throws IOException, InterruptedException {
        steps.say("running " + what + " on " + jdk.home());
        Build.maven(jdk, work.project(), arguments);
    }
}

package org.motherlode.ctl.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.motherlode.ctl.process.Folders;

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
        return new TestRun("every test", jdk, List.of(Maven.TWO_MODULES, "verify"));
    }

    /** The ordinary tests, then those tagged as long; then both again on another JDK, from a build of its own. */
    public static List<TestRun> all(Jdk first, Jdk second) {
        return List.of(
                ordinary(first),
                tagged(first),
                new TestRun("every test", second, List.of(Maven.TWO_MODULES, "clean", "verify")),
                tagged(second));
    }

    private static TestRun tagged(Jdk jdk) {
        return new TestRun("the long tests", jdk, List.of("verify", "-Plong"));
    }

    /**
     * Performs these one after the other, their temporary files in a folder that is deleted at the end, or by the next
     * ones if they are killed; a test that fails is an exception. Returns why tests did not run, each reason once.
     */
    public static List<String> perform(List<TestRun> runs, WorkFolder work, Steps steps)
            throws IOException, InterruptedException {
        try (Tenancy tenancy = Tenancy.of(work.resolve("test"), steps)) {
            Path temporary = Maven.temporary(tenancy.folder());
            Folders.delete(temporary);
            Folders.open(temporary);
            Set<String> notRun = new TreeSet<>();
            try {
                for (TestRun run : runs) {
                    steps.say("running " + run.what + " on " + run.jdk.home());
                    new Maven(run.jdk, work.project(), run.arguments, Optional.of(tenancy.folder())).succeed();
                    notRun.addAll(NotRun.below(work.project()));
                }
            } catch (IOException e) { // not when it is interrupted: the tests are still at work then
                tidyAfter(e, tenancy);
                throw e;
            }
            tidy(tenancy);
            return List.copyOf(notRun);
        }
    }

    /** What a test left running is found by its trace, and that is among the temporary files. */
    private static void tidy(Tenancy tenancy) throws IOException, InterruptedException {
        tenancy.endLeftovers();
        Folders.delete(Maven.temporary(tenancy.folder()));
    }

    /** Why the tests failed matters more than what then could not be tidied up. */
    static void tidyAfter(IOException failure, Tenancy tenancy) throws InterruptedException {
        try {
            tidy(tenancy);
        } catch (IOException | UncheckedIOException e) {
            failure.addSuppressed(e);
        }
    }
}

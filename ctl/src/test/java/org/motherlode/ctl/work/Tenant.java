package org.motherlode.ctl.work;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;
import org.motherlode.ctl.process.Child;

/** A program that moves into a folder, starts something there, and waits for its end. */
public final class Tenant {
    private Tenant() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Steps steps = new Steps(new PrintWriter(System.out, true, Charset.defaultCharset()), InstantSource.system());
        try (Tenancy tenancy = Tenancy.of(folder, steps)) {
            Child sleeper = Child.start(
                    "sleeper",
                    new ProcessBuilder("sleep", "600"),
                    tenancy.folder().resolve("sleeper.log"));
            steps.say("started " + sleeper.pid());
            sleeper.awaitEnd();
        }
    }
}

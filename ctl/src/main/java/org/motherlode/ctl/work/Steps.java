package org.motherlode.ctl.work;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;

/** Tells the person in front of the terminal what happens, with the time since the start. */
public final class Steps {
    private final PrintWriter out;
    private final InstantSource clock;
    private final java.time.Instant began;

    public Steps(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
        this.began = clock.instant();
    }

    public void say(String words) {
        Duration since = Duration.between(began, clock.instant());
        out.println(String.format(Locale.ROOT, "[%3d:%02d] %s", since.toMinutes(), since.toSecondsPart(), words));
        out.flush();
    }
}

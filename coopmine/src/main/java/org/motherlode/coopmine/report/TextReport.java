package org.motherlode.coopmine.report;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Time of day and sentence, a line each. */
public final class TextReport implements Report {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final PrintWriter out;
    private final InstantSource clock;

    public TextReport(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void show(Event event) {
        String time = TIME.format(clock.instant().atZone(ZoneId.systemDefault()));
        out.println(time + " " + event.sentence());
        out.flush();
    }
}

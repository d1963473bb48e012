package org.motherlode.coopmine.report;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Map;
import org.motherlode.stratum.json.StrictJson;

/** One JSON object a line: time (ISO 8601, UTC), event, text, and the numbers of the event. */
public final class JsonReport implements Report {
    private final PrintWriter out;
    private final InstantSource clock;

    public JsonReport(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public void show(Event event) {
        String time = clock.instant().toString();
        out.println(StrictJson.object(json -> {
            json.writeStringField("time", time);
            json.writeStringField("event", event.name());
            json.writeStringField("text", event.sentence());
            for (Map.Entry<String, Long> number : event.numbers().entrySet()) {
                json.writeNumberField(number.getKey(), number.getValue());
            }
        }));
        out.flush();
    }
}

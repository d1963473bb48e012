package org.motherlode.ra;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

/** A process whose system gives it few open files. Says its port, then a number for each line it hears, until it hears none. */
final class FewDescriptorsServer {
    private FewDescriptorsServer() {}

    public static void main(String[] args) throws Exception {
        try (var server = new RunningAdapter(Path.of(args[0]), "accept-pause-millis = 50");
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            server.publish(PlainTemplate.at(10));
            say(server.address().getPort());
            while (in.readLine() != null) {
                say(server.total(Count.ACCEPTS_FAILED));
            }
        }
    }

    private static void say(long number) {
        System.out.println(number);
        System.out.flush();
    }
}

package org.motherlode.bench.house;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.ctl.process.Waiting;
import org.motherlode.ctl.server.WildFly;

/** What a server's adapter tells of itself, read from its metrics. */
public record AdapterFigures(URI metrics) {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    /** A dataset made by one thread on a machine that is at something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    public static AdapterFigures of(WildFly server) {
        return new AdapterFigures(server.management("/prometheus"));
    }

    /** A figure by its name in the adapter's statistics. */
    public long read(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(metrics).timeout(ANSWER).build();
        String all = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return in(all, name);
    }

    static long in(String all, String name) throws IOException {
        Matcher line = Pattern.compile("(?m)^motherlode_adapter_" + name + "(?:_total)?\\{[^}]*} ([0-9.E]+)$")
                .matcher(all);
        if (!line.find()) {
            throw new IOException("the server tells no figure " + name);
        }
        return new BigDecimal(line.group(1)).longValueExact();
    }

    void await(String name, long wanted) throws IOException, InterruptedException {
        if (!Waiting.until(PATIENCE, () -> read(name) == wanted)) {
            throw new IOException("after " + PATIENCE + " the server's figure " + name + " is not " + wanted);
        }
    }
}

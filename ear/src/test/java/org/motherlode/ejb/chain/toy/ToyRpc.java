package org.motherlode.ejb.chain.toy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.motherlode.model.chain.NodeUnavailableException;

/** Asks the toy node: a GET with a path, answered by words in one line. */
final class ToyRpc {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final String node;

    ToyRpc(String node) {
        this.node = node;
    }

    List<String> ask(String path) throws NodeUnavailableException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(node + path))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new NodeUnavailableException("the toy node answered " + answer.statusCode() + " to " + path);
            }
            return List.of(answer.body().strip().split(" ", -1));
        } catch (IOException e) {
            throw new NodeUnavailableException("the toy node at " + node + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeUnavailableException("interrupted while asking the toy node", e);
        }
    }
}

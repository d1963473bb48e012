package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.PoolView;
import org.motherlode.model.view.Projections;
import org.motherlode.web.json.BlockJson;
import org.motherlode.web.json.PaymentJson;
import org.motherlode.web.json.PoolJson;

/** The bodies of the pool-wide paths. */
@Singleton
final class Answers {
    private final Projections projections;

    @Inject
    Answers(Projections projections) {
        this.projections = projections;
    }

    PoolName pool(Optional<String> named) {
        return PoolChoice.among(projections.pools(), named);
    }

    JsonObject pools() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        projections.pools().forEach(pool -> array.add(stats(pool)));
        JsonArrayBuilder closed = Json.createArrayBuilder();
        Optional<String> refusal = projections.refusal();
        projections.closed().forEach((pool, setting) -> closed.add(PoolJson.closed(pool, setting, refusal)));
        return Json.createObjectBuilder()
                .add("pools", array)
                .add("closed", closed)
                .build();
    }

    JsonObject stats(PoolName pool) {
        PoolView view = projections
                .pool(pool)
                .orElseThrow(() -> new ProblemException(Problem.later("The pool " + pool + " is not running now.")));
        JsonObject stats = PoolJson.of(view, projections.network(pool));
        boolean closed = projections.closed().containsKey(pool.text());
        return closed
                ? Json.createObjectBuilder(stats).add("state", PoolJson.CLOSED).build()
                : stats;
    }

    JsonObject network(PoolName pool) {
        return projections
                .network(pool)
                .map(PoolJson::of)
                .orElseThrow(() ->
                        new ProblemException(Problem.later("The node of pool " + pool + " has not answered yet.")));
    }

    JsonObject blocks(PoolName pool, Page page) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        projections.blocks(pool, page.limit(), page.offset()).forEach(block -> array.add(BlockJson.of(block)));
        return list("blocks", array, page);
    }

    JsonObject payments(PoolName pool, Page page) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        projections.payments(pool, page.limit(), page.offset()).forEach(paid -> array.add(PaymentJson.of(paid)));
        return list("payments", array, page);
    }

    static JsonObject list(String name, JsonArrayBuilder array, Page page) {
        return Json.createObjectBuilder()
                .add(name, array)
                .add("limit", page.limit())
                .add("offset", page.offset())
                .build();
    }
}

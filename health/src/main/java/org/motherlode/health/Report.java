package org.motherlode.health;

import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.motherlode.model.health.Condition;

/** Conditions as a health response: each one's words under its name. */
final class Report {
    private Report() {}

    /** Down as soon as a needed condition is down; one that is not needed is only told. */
    static boolean canServe(List<Condition> conditions) {
        return !conditions.isEmpty()
                && conditions.stream().noneMatch(condition -> condition.needed() && !condition.up());
    }

    /** {@code up: synced at height 42}, {@code DOWN: refused the connection}, {@code down, not needed: …}. */
    static String words(Condition condition) {
        String state = condition.up() ? "up" : condition.needed() ? "DOWN" : "down, not needed";
        return condition.words().isBlank() ? state : state + ": " + condition.words();
    }

    static HealthCheckResponse of(HealthCheckResponseBuilder response, List<Condition> conditions, boolean up) {
        if (conditions.isEmpty()) {
            response.withData("conditions", "no part of the pool has reported a condition");
        }
        conditions.forEach(condition -> response.withData(condition.name(), words(condition)));
        return response.status(up).build();
    }
}

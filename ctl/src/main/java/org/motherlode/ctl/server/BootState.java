package org.motherlode.ctl.server;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Map;
import java.util.stream.Collectors;

/** How far a server has come, from what {@code /health/ready} on its management port says. */
enum BootState {
    STARTING,
    RUNNING,
    /** It is up, but something of its configuration or a deployment failed, and it will not try again. */
    FAILED;

    /**
     * Our own readiness (a node away, say) does not matter here: only WildFly's checks do. While the server starts, that
     * address may answer with a page of HTML: the port is open before the health checks are there.
     */
    static BootState of(String health) {
        try (JsonReader reader = Json.createReader(new StringReader(health))) {
            return of(reader.readObject());
        } catch (JsonException notTheHealthChecksYet) {
            return STARTING;
        }
    }

    private static BootState of(JsonObject health) {
        if (!health.containsKey("checks")) return STARTING;
        Map<String, JsonObject> checks = health.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                .collect(Collectors.toMap(check -> check.getString("name"), check -> check, (one, same) -> one));
        if (!isUp(checks, "server-state")) return STARTING;
        if (!isUp(checks, "boot-errors")) return FAILED;
        return isUp(checks, "deployments-status") ? RUNNING : FAILED;
    }

    private static boolean isUp(Map<String, JsonObject> checks, String name) {
        JsonObject check = checks.get(name);
        return check != null && check.getString("status", "").equals("UP");
    }
}

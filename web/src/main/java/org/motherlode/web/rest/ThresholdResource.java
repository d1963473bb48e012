package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.pool.PoolName;

/**
 * A miner's own threshold: to read for anybody, to change for who can sign. All that is sent stands in the address line, so no
 * thread waits for a body that comes slowly.
 */
@Path("miner/{address}/threshold")
public class ThresholdResource {
    @Inject
    Answers answers;

    @Inject
    ThresholdAnswers thresholds;

    @Context
    Request request;

    @Context
    HttpServletRequest connection;

    @PathParam("address")
    String address;

    @QueryParam("pool")
    @Nullable
    String pool;

    @QueryParam("threshold")
    @Nullable
    String threshold;

    @GET
    public Response now() {
        return Fresh.answer(request, thresholds.now(pool(), address));
    }

    @POST
    @Path("challenge")
    public Response challenge() {
        return once(thresholds.challenge(pool(), address, Optional.ofNullable(threshold), network()));
    }

    @POST
    public Response change(
            @QueryParam("until") @Nullable String until,
            @QueryParam("token") @Nullable String token,
            @QueryParam("signature") @Nullable String signature) {
        return once(thresholds.change(
                pool(),
                address,
                new ThresholdAnswers.Sent(
                        Optional.ofNullable(threshold),
                        Optional.ofNullable(until),
                        Optional.ofNullable(token),
                        Optional.ofNullable(signature),
                        network())));
    }

    private PoolName pool() {
        return answers.pool(Optional.ofNullable(pool));
    }

    private AddressRange network() {
        return Networks.of(connection.getRemoteAddr());
    }

    private static Response once(JsonObject json) {
        return Response.ok(json.toString(), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
                .header("Cache-Control", "no-store")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}

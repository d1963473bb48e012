package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a miner is known; no address is spelled "lookup". */
@Path("miner/lookup")
public class LookupResource {
    @Inject
    Answers answers;

    @Inject
    MinerAnswers miners;

    @Context
    Request request;

    @GET
    public Response lookup(@QueryParam("address") @Nullable String address, @QueryParam("pool") @Nullable String pool) {
        return Fresh.answer(
                request, miners.lookup(answers.pool(Optional.ofNullable(pool)), Optional.ofNullable(address)));
    }
}

package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one miner wants to know. */
@Path("miner/{address}")
public class MinerResource {
    @Inject
    Answers answers;

    @Inject
    MinerAnswers miners;

    @Context
    Request request;

    @PathParam("address")
    String address;

    @QueryParam("pool")
    @Nullable
    String pool;

    @GET
    public Response overview() {
        return stats();
    }

    @GET
    @Path("stats")
    public Response stats() {
        return Fresh.answer(request, miners.stats(answers.pool(Optional.ofNullable(pool)), address));
    }

    @GET
    @Path("workers")
    public Response workers() {
        return Fresh.answer(request, miners.workers(answers.pool(Optional.ofNullable(pool)), address));
    }

    @GET
    @Path("payments")
    public Response payments(
            @QueryParam("limit") @Nullable String limit, @QueryParam("offset") @Nullable String offset) {
        Page page = Page.of(Optional.ofNullable(limit), Optional.ofNullable(offset));
        return Fresh.answer(request, miners.payments(answers.pool(Optional.ofNullable(pool)), address, page));
    }
}

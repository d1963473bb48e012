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

/** A pool's figures, blocks and payments; lists begin with the newest. */
@Path("pool")
public class PoolResource {
    @Inject
    Answers answers;

    @Context
    Request request;

    @QueryParam("pool")
    @Nullable
    String pool;

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("offset")
    @Nullable
    String offset;

    @GET
    @Path("stats")
    public Response stats() {
        return Fresh.answer(request, answers.stats(answers.pool(Optional.ofNullable(pool))));
    }

    @GET
    @Path("blocks")
    public Response blocks() {
        return Fresh.answer(request, answers.blocks(answers.pool(Optional.ofNullable(pool)), page()));
    }

    @GET
    @Path("payments")
    public Response payments() {
        return Fresh.answer(request, answers.payments(answers.pool(Optional.ofNullable(pool)), page()));
    }

    private Page page() {
        return Page.of(Optional.ofNullable(limit), Optional.ofNullable(offset));
    }
}

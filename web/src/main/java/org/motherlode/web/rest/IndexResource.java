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

/** All pools, their networks, and the short path for a pool's figures. */
@Path("")
public class IndexResource {
    @Inject
    Answers answers;

    @Context
    Request request;

    @QueryParam("pool")
    @Nullable
    String pool;

    @GET
    @Path("pools")
    public Response pools() {
        return Fresh.answer(request, answers.pools());
    }

    @GET
    @Path("stats")
    public Response stats() {
        return Fresh.answer(request, answers.stats(answers.pool(Optional.ofNullable(pool))));
    }

    @GET
    @Path("network/stats")
    public Response network() {
        return Fresh.answer(request, answers.network(answers.pool(Optional.ofNullable(pool))));
    }
}

package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.pool.PoolName;

/** How a block's reward was divided: all of it, or one miner's line. */
@Path("pool/blocks/{id}/audit")
public class BlockAuditResource {
    /** Settled blocks change only where the chain turns back by more than a block's maturity. */
    private static final int SETTLED_SECONDS = 3600;

    @Inject
    Answers answers;

    @Inject
    MinerAnswers miners;

    @Inject
    AuditAnswers audits;

    @Context
    Request request;

    @PathParam("id")
    String id;

    @QueryParam("pool")
    @Nullable
    String pool;

    @GET
    public Response whole() {
        BlockAudit audit = audits.block(pool(), id);
        boolean asksOnly = request.getMethod().equals(HttpMethod.HEAD);
        return Fresh.answer(
                request, AuditAnswers.tag(audit), seconds(audit), () -> asksOnly ? "" : audits.bundle(audit));
    }

    @GET
    @Path("{address}")
    public Response line(@PathParam("address") String address) {
        PoolName chosen = pool();
        BlockAudit audit = audits.block(chosen, id);
        return Fresh.answer(request, audits.line(audit, miners.address(chosen, address)), seconds(audit));
    }

    private PoolName pool() {
        return answers.pool(Optional.ofNullable(pool));
    }

    private static int seconds(BlockAudit audit) {
        return audit.settled() ? SETTLED_SECONDS : Fresh.SECONDS;
    }
}

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

/** A payout with all its receivers. */
@Path("pool/payments/{payment}/audit")
public class PaymentAuditResource {
    @Inject
    Answers answers;

    @Inject
    AuditAnswers audits;

    @Context
    Request request;

    @GET
    public Response payment(@PathParam("payment") String payment, @QueryParam("pool") @Nullable String pool) {
        return Fresh.answer(request, audits.payment(answers.pool(Optional.ofNullable(pool)), payment));
    }
}

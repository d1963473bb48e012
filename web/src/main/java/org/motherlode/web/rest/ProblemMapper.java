package org.motherlode.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.jboss.logging.Logger;
import org.motherlode.model.view.ViewUnavailableException;

/** Every error leaves the house as a problem document and never as a stack trace. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable exception) {
        Problem problem = problem(exception);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .header("Access-Control-Allow-Origin", "*")
                .entity(problem.json());
        if (problem.status() == 503) {
            response.header("Retry-After", "5");
        }
        return response.build();
    }

    static Problem problem(Throwable exception) {
        if (exception instanceof ProblemException known) {
            return known.problem();
        }
        if (exception instanceof ViewUnavailableException unavailable) {
            return Problem.later(String.valueOf(unavailable.getMessage()));
        }
        if (exception instanceof WebApplicationException http) {
            return ofStatus(http.getResponse().getStatus());
        }
        LOG.error("a request of the JSON interface failed", exception);
        return new Problem(500, "internal", "Our fault", "Something broke here; the server's log says what.");
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 404 -> Problem.notFound("path", "There is nothing at this path; docs/api.md lists all paths.");
            case 405 ->
                new Problem(405, "method", "Not allowed", "Use GET; docs/api.md names the two paths that take POST.");
            case 406 -> new Problem(406, "media-type", "Not acceptable", "Only application/json is spoken here.");
            default ->
                new Problem(status, "http", "The request failed", "The server answers with status " + status + ".");
        };
    }
}

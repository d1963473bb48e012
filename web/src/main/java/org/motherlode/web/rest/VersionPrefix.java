package org.motherlode.web.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;

/** {@code /api/v1/...} is the same as {@code /api/...}: programs written for either find what they look for. */
@Provider
@PreMatching
public class VersionPrefix implements ContainerRequestFilter {
    private static final String PREFIX = "v1/";

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = uri.getPath(false);
        String relative = path.startsWith("/") ? path.substring(1) : path;
        if (relative.startsWith(PREFIX)) {
            request.setRequestUri(uri.getBaseUriBuilder()
                    .path(relative.substring(PREFIX.length()))
                    .replaceQuery(uri.getRequestUri().getRawQuery())
                    .build());
        }
    }
}

package org.motherlode.web.rest;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Documents that caches may keep for two seconds and then ask about by their tag. */
final class Fresh {
    private static final String LIFE = "public, max-age=2";
    private static final int TAG_BYTES = 12;

    private Fresh() {}

    static Response answer(Request request, JsonObject json) {
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(digest(body));
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response =
                unchanged != null ? unchanged : Response.ok(body, MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        return response.tag(tag)
                .header("Cache-Control", LIFE)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Documents that caches may keep for a while, mostly two seconds, and then ask about by their tag. */
final class Fresh {
    /** Of what may have changed with the next look. */
    static final int SECONDS = 2;

    private static final int TAG_BYTES = 12;

    private Fresh() {}

    static Response answer(Request request, JsonObject json) {
        return answer(request, json.toString().getBytes(StandardCharsets.UTF_8), SECONDS);
    }

    /** @param seconds that it may be kept without a question */
    static Response answer(Request request, byte[] body, int seconds) {
        return answer(request, tag(body), seconds, () -> body);
    }

    /**
     * A document that is made only for who has not got it.
     *
     * @param content {@link #tag} of what the document is made of
     */
    static Response answer(Request request, String content, int seconds, Supplier<Object> body) {
        EntityTag tag = new EntityTag(content);
        Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder response = unchanged != null
                ? unchanged
                : Response.ok(body.get(), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"));
        return response.tag(tag)
                .header("Cache-Control", "public, max-age=" + seconds)
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    /** What stands for a content in an {@code ETag}. */
    static String tag(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

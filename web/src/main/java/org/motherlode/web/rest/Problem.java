package org.motherlode.web.rest;

import jakarta.json.Json;

/**
 * What went wrong, as RFC 9457 wants it.
 *
 * @param kind the last part of the problem's type, which programs compare
 * @param detail one sentence for people; also told as {@code error}, where programs written for other pools look
 */
record Problem(int status, String kind, String title, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";

    String json() {
        return Json.createObjectBuilder()
                .add("type", "urn:motherlode:problem:" + kind)
                .add("title", title)
                .add("status", status)
                .add("detail", detail)
                .add("error", detail)
                .build()
                .toString();
    }

    static Problem badRequest(String kind, String detail) {
        return new Problem(400, kind, "The request makes no sense", detail);
    }

    static Problem notFound(String kind, String detail) {
        return new Problem(404, kind, "There is no such thing", detail);
    }

    static Problem later(String detail) {
        return new Problem(503, "try-again", "Not now", detail);
    }
}

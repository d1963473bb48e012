package org.motherlode.stratum.client;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.json.StrictJson;

/** The lines that a client sends, without their line ends. */
final class Requests {
    /** As XMRig numbers it: the login is 1 on every connection. */
    static final long LOGIN_ID = 1;

    private Requests() {}

    static String login(Worker worker) {
        return request(LOGIN_ID, "login", json -> {
            json.writeStringField("login", worker.user());
            json.writeStringField("pass", worker.pass());
            json.writeStringField("agent", worker.agent());
            if (worker.rig().isPresent()) {
                json.writeStringField("rigid", worker.rig().get());
            }
            json.writeArrayFieldStart("algo");
            for (String algorithm : worker.algorithms()) {
                json.writeString(algorithm);
            }
            json.writeEndArray();
        });
    }

    static String submit(long id, Share share) {
        return request(id, "submit", json -> {
            json.writeStringField("id", share.job().session());
            json.writeStringField("job_id", share.job().id());
            json.writeStringField("nonce", share.nonce().hex());
            json.writeStringField("result", share.hash().hex());
        });
    }

    static String keepalive(long id, String session) {
        return request(id, "keepalived", json -> json.writeStringField("id", session));
    }

    /** A share to be sent; the nonce as it stands in the blob. */
    record Share(PoolJob job, Octets nonce, Hash hash) {}

    private static String request(long id, String method, StrictJson.Members params) {
        return StrictJson.object(json -> {
            json.writeNumberField("id", id);
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("method", method);
            writeParams(json, params);
        });
    }

    private static void writeParams(JsonGenerator json, StrictJson.Members params) throws IOException {
        json.writeObjectFieldStart("params");
        params.writeTo(json);
        json.writeEndObject();
    }
}

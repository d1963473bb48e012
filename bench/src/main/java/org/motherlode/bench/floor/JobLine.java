package org.motherlode.bench.floor;

import org.motherlode.stratum.client.PoolJob;
import org.motherlode.stratum.json.StrictJson;

/** A job as pools push it. */
final class JobLine {
    private JobLine() {}

    static String of(PoolJob job) {
        return StrictJson.object(json -> {
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("method", "job");
            json.writeObjectFieldStart("params");
            json.writeStringField("blob", job.blob().hex());
            json.writeStringField("job_id", job.id());
            json.writeStringField("target", "ffffffffffffffff");
            json.writeNumberField("height", job.height());
            json.writeStringField("seed_hash", job.seed().hex());
            json.writeStringField("next_seed_hash", "");
            json.writeStringField("algo", job.algorithm().orElse("rx/0"));
            json.writeStringField("id", job.session());
            json.writeEndObject();
        });
    }
}

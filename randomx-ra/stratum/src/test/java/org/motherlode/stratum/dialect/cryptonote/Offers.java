package org.motherlode.stratum.dialect.cryptonote;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.Job;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;

/** The jobs that the scripted pool of the recordings handed out, and the reading of a line. */
final class Offers {
    static final CryptonoteDialect DIALECT = new CryptonoteDialect();
    static final Seed SEED = Seed.ofHex("418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3");
    private static final String HEAD =
            "1010f7a683d806418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e300000000";

    private Offers() {}

    static JobOffer first(long difficulty) {
        return offer(
                "00000000000000000000000000000001",
                "e5c2f1a58b2dbfc9cd6260d602cad173bf8b4214ec49454ae758b25060e5862201",
                difficulty);
    }

    static JobOffer second(long difficulty) {
        return offer(
                "00000000000000000000000000000002",
                "a445917c6fbaa329400df85004b8fb8eee5cd87226f892dce721104e7d9e025601",
                difficulty);
    }

    static JobOffer withNonceAt(int offset) {
        return offer("1", new Job(Octets.ofHex(HEAD + "00".repeat(33)), offset, 4), 30);
    }

    private static JobOffer offer(String id, String tail, long difficulty) {
        return offer(id, new Job(Octets.ofHex(HEAD + tail), 39, 4), difficulty);
    }

    private static JobOffer offer(String id, Job job, long difficulty) {
        return new JobOffer(id, job, Difficulty.of(difficulty), 1, new PowId("rx/0"), SEED, Optional.empty(), true);
    }

    static Request read(String line) {
        return DIALECT.read(line.getBytes(StandardCharsets.UTF_8));
    }
}

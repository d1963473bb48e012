package org.motherlode.coopmine.miner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.coopmine.CoopMine;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.Job;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Request;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** The whole miner with the real library, from the command line to the share. */
@Timeout(180)
class RealHashTest {
    /** Block 1 of a private Monero chain, on which XMRig 6.26.0 found nonce 0e000000 first at difficulty 30 (recorded). */
    private static final JobOffer RECORDED = new JobOffer(
            "00000000000000000000000000000001",
            new Job(
                    Octets.ofHex("1010f7a683d806418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3"
                            + "00000000e5c2f1a58b2dbfc9cd6260d602cad173bf8b4214ec49454ae758b25060e5862201"),
                    39,
                    4),
            Difficulty.of(30),
            1,
            new PowId("rx/0"),
            Seed.ofHex("418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3"),
            Optional.empty(),
            true);

    @Test
    void the_miner_finds_the_very_share_that_xmrig_found() throws Exception {
        StringWriter said = new StringWriter();
        try (LoopbackPool pool = new LoopbackPool()) {
            String line = "miner -o " + pool.address() + " -u 47abc --threads 2 --shares 1 --json";
            CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                    () -> CoopMine.commandLine().setOut(new PrintWriter(said)).execute(line.split(" ")));
            LoopbackPool.Visitor visitor = pool.visitor().letsIn("s1", RECORDED);
            Request.Submit share = visitor.hears(Request.Submit.class);
            while (!share.nonce().equals(Octets.ofHex("0e000000"))) {
                share = visitor.hears(Request.Submit.class);
            }
            visitor.says(LoopbackPool.DIALECT.accepted(share));

            assertThat(share.result())
                    .contains(Hash.ofHex("49a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07"));
            assertThat(status.get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(said.toString()).contains("\"event\":\"share-accepted\"", "\"event\":\"ended\"");
    }
}

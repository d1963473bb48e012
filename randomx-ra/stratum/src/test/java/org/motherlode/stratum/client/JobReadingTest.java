package org.motherlode.stratum.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.Recording;
import org.motherlode.stratum.json.JsonObject;

class JobReadingTest {
    private static final String SEED = "418015bb9ae982a1975da7d79277c2705727a56894ba0fb246adaabb1f4632e3";

    @Test
    void the_job_of_monero_pool_is_read() throws IOException {
        String login = Recording.named("mp-fast.log").fromPool().get(0);

        PoolJob job = JobReading.read("s", job(object(login)));

        assertThat(job.id()).isEqualTo("af0a0c0da648478e95e071cf8a132c77");
        assertThat(job.blob().length()).isEqualTo(76);
        assertThat(job.height()).isEqualTo(2126);
        assertThat(job.difficulty()).isEqualTo(100);
        assertThat(job.algorithm()).isEmpty();
        assertThat(job.next()).isEmpty();
    }

    /** The miner's difficulty for each target, as XMRig 6.26 showed it. */
    @ParameterizedTest
    @CsvSource({
        "88888808, 30",
        "37894100, 1000",
        "ffff0000, 65537",
        "eb3b0000, 280003",
        "74f73d2beb3b0000, 280000",
        "01000000, 4294967295",
        "0100000000000000, -1"
    })
    void targets_of_both_lengths_mean_what_they_mean_to_xmrig(String target, long difficulty) throws IOException {
        assertThat(JobReading.read("s", object(jobWith(target, SEED))).difficulty())
                .isEqualTo(difficulty);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, " + SEED + ", the job's target is '00000000'",
        "0000000000000000, " + SEED + ", the job's target is '0000000000000000'",
        "ffff, " + SEED + ", the job's target is 'ffff'",
        "xyz, " + SEED + ", the job's target is not hex: 'xyz'",
        "88888808, 00, the job's seed_hash has 1 bytes"
    })
    void a_job_that_cannot_be_mined_is_refused_in_a_sentence(String target, String seed, String sentence) {
        assertThatThrownBy(() -> JobReading.read("s", object(jobWith(target, seed))))
                .isInstanceOf(IOException.class)
                .hasMessage(sentence);
    }

    @Test
    void the_nonces_place_is_what_the_job_says_and_39_otherwise() throws IOException {
        assertThat(JobReading.read("s", object(jobWith("88888808", SEED))).nonceOffset())
                .isEqualTo(39);
        assertThat(JobReading.read("s", object(jobWithNonceAt("0"))).nonceOffset())
                .isZero();
        assertThat(JobReading.read("s", object(jobWithNonceAt("72"))).nonceOffset())
                .isEqualTo(72);
    }

    @ParameterizedTest
    @ValueSource(strings = {"73", "76", "-1", "4294967296", "39.5", "\"39\"", "{}", "1e400"})
    void a_nonce_that_does_not_lie_in_the_blob_is_refused_in_a_sentence(String offset) {
        assertThatThrownBy(() -> JobReading.read("s", object(jobWithNonceAt(offset))))
                .isInstanceOf(IOException.class)
                .hasMessage("the job's nonce_offset is not a whole number from 0 to 72, so that the nonce's 4 bytes"
                        + " lie in its blob of 76");
    }

    /** Recorded: nonces 0e000000 and 22000000 at target 88888808, both sent and both right. */
    @Test
    void a_hash_is_a_share_below_the_target_only() throws IOException {
        PoolJob job = JobReading.read("s", object(jobWith("8888888888888808", SEED)));

        assertThat(job.isShare(Hash.ofHex("49a4d6b1cf0839746e5d7a3e2a3e7c1f2b1d7554a63ca6ee9f8b6d1eef27ca07")))
                .isTrue();
        assertThat(job.isShare(Hash.ofHex("00".repeat(24) + "8888888888888808")))
                .isFalse();
        assertThat(job.isShare(Hash.ofHex("ff".repeat(24) + "8788888888888808")))
                .isTrue();
        assertThat(job.isShare(Hash.ofHex("00".repeat(31) + "ff"))).isFalse();
    }

    private static JsonObject job(JsonObject login) {
        return login.object("result").orElseThrow().object("job").orElseThrow();
    }

    private static JsonObject object(String line) throws IOException {
        return JsonObject.read(line.getBytes(StandardCharsets.UTF_8));
    }

    private static String jobWithNonceAt(String offset) {
        return jobWith("88888808", SEED).replace("\"target\"", "\"nonce_offset\":" + offset + ",\"target\"");
    }

    private static String jobWith(String target, String seed) {
        return "{\"job_id\":\"1\",\"blob\":\"" + "00".repeat(76) + "\",\"target\":\"" + target + "\",\"seed_hash\":\""
                + seed + "\",\"next_seed_hash\":\"\"}";
    }
}

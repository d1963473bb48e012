package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.job.OpenBlock;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Until;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** Whole blocks are long, and strangers have many jobs: how few blocks a connection makes us keep. */
class RememberedBlocksTest {
    private static final int JOBS = 16;
    private static final Pattern EXTRA_NONCE = Pattern.compile("\"extra_nonce\":\"([0-9a-f]{32})\"");

    @TempDir
    Path folder;

    @Test
    void a_job_whose_proxy_was_told_a_whole_block_does_not_keep_it() {
        List<WeakReference<Octets>> blocks = new ArrayList<>();
        JobBoard board = new JobBoard(new JobNumbers(new NodeLife(0, 1, 0)), 10);
        board.publish(watched(new ChoiceTemplate(PlainTemplate.at(10)), blocks));
        List<MinerJob> jobs = new ArrayList<>();
        for (int i = 0; i < JOBS; i++) {
            MinerJob job = board.newOpen("" + i, board.current().orElseThrow(), Difficulty.of(4))
                    .orElseThrow();
            jobs.add(job);
            assertThat(new CryptonoteDialect().job(job.offer(false), "5e55")).contains("blocktemplate_blob");
        }

        assertThat(blocks).hasSizeGreaterThanOrEqualTo(JOBS);
        Until.until(() -> {
            System.gc();
            return blocks.stream().allMatch(block -> block.get() == null);
        });
        assertThat(jobs).hasSize(JOBS).allMatch(job -> job.ownBytes() == 8);
    }

    @Test
    void of_a_miners_own_blocks_the_last_two_are_kept_and_a_share_of_an_older_one_is_late() throws Exception {
        SessionStage stage =
                new SessionStage(folder, new CryptonoteDialect(), new ChoiceTemplate(PlainTemplate.at(10)), "");
        stage.say("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"mode\":\"self-select\"}}");
        for (String job : List.of("5e551", "5e552", "5e553")) {
            stage.say(proposal(job, stage.wire.takeLines().get(0)));
            assertThat(stage.wire.takeLines()).singleElement().asString().contains("\"status\":\"OK\"");
            stage.publish(new ChoiceTemplate(PlainTemplate.at(10)));
        }
        stage.wire.takeLines();
        stage.say(share("5e552"));
        stage.say(share("5e553"));
        assertThat(stage.claims).hasSize(2);
        stage.say(share("5e551"));

        assertThat(stage.wire.takeLines()).singleElement().asString().contains("Block expired");
        assertThat(stage.claims).hasSize(2);
    }

    /** The same template, and what it makes of whole blocks for proxies. */
    private static BlockTemplate watched(BlockTemplate template, List<WeakReference<Octets>> blocks) {
        return (BlockTemplate) Proxy.newProxyInstance(
                BlockTemplate.class.getClassLoader(), new Class<?>[] {BlockTemplate.class}, (self, method, given) -> {
                    Object made = method.invoke(template, given);
                    if (method.getName().equals("openBlock")) {
                        OpenBlock open = (OpenBlock) ((Optional<?>) made).orElseThrow();
                        blocks.add(new WeakReference<>(open.block()));
                    }
                    return made;
                });
    }

    /** With the block that this job wants: its extra nonce, and nothing else. */
    private static String proposal(String job, String told) {
        Matcher extraNonce = EXTRA_NONCE.matcher(told);
        return "{\"id\":2,\"method\":\"block_template\",\"params\":{\"id\":\"5e55\",\"job_id\":\"" + job
                + "\",\"blob\":\""
                + Optional.of(extraNonce).filter(Matcher::find).orElseThrow().group(1)
                + "\",\"height\":10,\"difficulty\":7,\"prev_hash\":\"aa\",\"seed_hash\":\"bb\"}}";
    }

    private static String share(String job) {
        return "{\"id\":3,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"" + job
                + "\",\"nonce\":\"00000000\",\"result\":\"" + "00".repeat(32) + "\"}}";
    }
}

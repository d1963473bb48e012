package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.fixture.OffCentreTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Verdict;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

class MisplacedNonceTest {
    private static final String SUBMIT =
            "{\"id\":%d,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"5e551\",\"nonce\":\"%08x\","
                    + "\"result\":\"" + "00".repeat(32) + "\"}}";

    @TempDir
    Path folder;

    @Test
    void who_has_the_wrong_miner_is_told_which_is_right_and_not_sent_away() throws Exception {
        SessionStage stage =
                new SessionStage(folder, new CryptonoteDialect(), new OffCentreTemplate(PlainTemplate.at(10)), "");
        stage.say("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}");
        for (int id = 2; id < 20; id++) {
            stage.wire.takeLines();
            stage.say(SUBMIT.formatted(id, id));
            stage.verifier.judge(new Verdict.Bad(ShareRefusal.MISPLACED_NONCE));

            assertThat(stage.wire.takeLines())
                    .last()
                    .isEqualTo("{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\""
                            + OffCentreTemplate.SENTENCE + "\"}}");
            assertThat(stage.wire.ended).isFalse();
        }
        assertThat(stage.figures.total(Count.SHARES_MISPLACED_NONCE)).isEqualTo(18);
        assertThat(stage.figures.total(Count.SHARES_BAD_HASH)).isZero();
    }
}

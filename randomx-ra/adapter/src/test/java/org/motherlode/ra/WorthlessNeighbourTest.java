package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;

/** What somebody sends that is worth no hash takes nothing from an honest miner of the same address. */
class WorthlessNeighbourTest {
    private static final String SETTINGS = "exempt-loopback = false; submits-per-second = 1; submits-at-once = 4;"
            + " network-times = 1; ban-least-shares = 1000000; unknown-jobs = 1000000";
    private static final String NO_HASH = "00".repeat(32);

    @TempDir
    Path folder;

    @Test
    void shares_that_need_no_hash_to_be_refused_leave_an_address_all_that_it_may_have_hashed() throws Exception {
        try (var server = new RunningAdapter(folder, SETTINGS);
                var rogue = server.miner();
                var honest = server.miner()) {
            server.publish(PlainTemplate.at(10));
            Work rogues = rogue.login("miner1");
            Work work = honest.login("miner2");
            Share easy = PlainMiner.find(rogues, 0, false);
            for (int i = 0; i < 20; i++) {
                rogue.submit(7, new Share("nojob", "00000000", NO_HASH));
                assertThat(rogue.read()).isEqualTo("7 no UNKNOWN_JOB");
                rogue.submit(7, new Share(rogues.id(), "00", NO_HASH));
                assertThat(rogue.read()).isEqualTo("7 no MALFORMED");
                rogue.submit(7, easy);
                assertThat(rogue.read()).isEqualTo("7 no LOW_DIFFICULTY");
            }

            int nonce = 0;
            for (int i = 0; i < 4; i++) {
                Share share = PlainMiner.find(work, nonce, true);
                nonce = Integer.parseInt(share.nonce(), 16) + 1;
                honest.submit(8, share);
                assertThat(honest.read()).isEqualTo("8 ok");
            }
        }
    }
}

package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.fixture.PlainMiner;
import org.motherlode.ra.fixture.PlainMiner.Share;
import org.motherlode.ra.fixture.PlainMiner.Work;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.statistics.Count;

class RivalBlockTest {
    @TempDir
    Path folder;

    @Test
    void a_block_that_comes_too_late_is_delivered_all_the_same_and_a_mere_share_is_not() throws Exception {
        try (var server = new RunningAdapter(folder, "")) {
            server.publish(new PlainTemplate(10, "parent", Difficulty.of(64)));
            try (var miner = server.miner()) {
                Work old = miner.login("miner1");
                server.publish(PlainTemplate.at(11));
                assertThat(miner.readJob().clean()).isTrue();
                Work block = new Work(old.id(), old.bytes(), Difficulty.of(64), true);
                miner.submit(2, PlainMiner.find(block, 0, true));
                assertThat(miner.read()).isEqualTo("2 ok");
                FoundBlock found = server.listener.blocks.poll(30, TimeUnit.SECONDS);
                assertThat(found.block().ref().height()).isEqualTo(10);
                RunningAdapter.until(() -> server.total(Count.BLOCKS_RIVAL) == 1);

                miner.submit(3, onlyShare(old, block));
                assertThat(miner.read()).isEqualTo("3 no STALE");
            }
        }
    }

    private static Share onlyShare(Work work, Work block) {
        Share share = PlainMiner.find(work, 0, true);
        while (PlainMiner.find(block, Integer.parseInt(share.nonce(), 16), true).equals(share)) {
            share = PlainMiner.find(work, Integer.parseInt(share.nonce(), 16) + 1, true);
        }
        return share;
    }
}

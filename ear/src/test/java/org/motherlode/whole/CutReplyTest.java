package org.motherlode.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real wallet that does what it was asked, and whose word does not get through. */
class CutReplyTest {
    @TempDir
    Path folder;

    private OwingStage stage;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        stage = new OwingStage(folder, Map.of());
    }

    @AfterEach
    void end() throws IOException {
        stage.close();
    }

    @Test
    void miners_are_paid_exactly_once_when_the_wallets_replies_are_lost() throws Exception {
        CutWire wire = stage.toWallet();
        wire.cut("transfer", CutWire.Lost.REPLY);
        wire.cut("relay_tx", CutWire.Lost.REPLY);
        stage.owe();
        stage.await("SENT", 1);
        assertThat(wire.done())
                .containsExactly(
                        new CutWire.Cut("transfer", CutWire.Lost.REPLY),
                        new CutWire.Cut("relay_tx", CutWire.Lost.REPLY));
        stage.paidOnce();

        wire.cut("relay_tx", CutWire.Lost.REQUEST);
        wire.cut("store", CutWire.Lost.REPLY);
        stage.owe();
        stage.await("SENT", 1);
        stage.await(
                "the answer about the wallet's file to be lost",
                () -> wire.done().size() == 4);
        stage.paidOnce();
    }
}

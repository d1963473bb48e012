package org.motherlode.ctl.monero;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.ctl.process.FreePort;

class RegtestNodeTest {
    @TempDir
    Path folder;

    @Test
    void a_chain_survives_a_restart_at_another_difficulty_and_its_blocks_reach_the_wallet() throws Exception {
        var ports = new RegtestNode.Ports(FreePort.next(), FreePort.next(), FreePort.next(), FreePort.next());
        try (RegtestNode first = RegtestNode.start(folder.resolve("node"), ports, 1);
                WalletServer wallet = WalletServer.start(folder.resolve("wallet"), FreePort.next(), ports.rpc())) {
            String address = wallet.open("amy");
            first.generate(12, address);
            try (RegtestNode second = first.restartAt(2)) {
                second.generate(1, address);

                assertThat(second.height()).isEqualTo(14);
                assertThat(wallet.balance()).isGreaterThan(BigInteger.ZERO);
            }
        }
    }
}

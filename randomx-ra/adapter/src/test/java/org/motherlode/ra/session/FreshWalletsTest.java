package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Verdict;

/** A wallet's name costs nothing: one that never had a good share leaves nothing here, and nothing for the database to keep. */
class FreshWalletsTest {
    private static final int WALLETS = 1_000_000;
    private static final int REMEMBERED = 1_000;

    /** Two shares of each are noted, if only once, and a template remembers so many. */
    private static final int WALLETS_OF_A_TEMPLATE = SessionStage.DUPLICATES;

    @TempDir
    Path folder;

    private SessionStage stage;
    private Gatehouse guard;

    @BeforeEach
    void open() throws Exception {
        stage = new SessionStage(folder, new PlainDialect(), PlainTemplate.at(10), "");
        GuardSettings settings = GuardSettings.of(Settings.parse("origins-remembered = " + REMEMBERED));
        guard = new Gatehouse(settings, InstantSource.system(), stage.figures, "node 0");
    }

    @Test
    @Timeout(600)
    void a_million_of_them_each_in_a_network_of_its_own_leave_nothing_behind() throws Exception {
        for (int wallet = 0; wallet < WALLETS; wallet++) {
            if (wallet % WALLETS_OF_A_TEMPLATE == 0) {
                stage.board.publish(PlainTemplate.at(10 + wallet / WALLETS_OF_A_TEMPLATE));
            }
            lieAndLeave(wallet);
        }

        assertThat(stage.figures.total(Count.LOGINS_ACCEPTED)).isEqualTo(WALLETS);
        assertThat(stage.figures.total(Count.SHARES_BAD_HASH)).isEqualTo(WALLETS);
        assertThat(stage.figures.total(Count.SHARES_DUPLICATE)).isEqualTo(WALLETS);
        assertThat(stage.figures.total(Count.SHARES_UNKNOWN_JOB)).isEqualTo(WALLETS);
        assertThat(stage.refused.kinds()).as("rows of refused shares").isZero();
        assertThat(stage.figures.total(Count.SHARES_ACCEPTED))
                .as("rows of shares")
                .isZero();
        assertThat(stage.figures.one("origins")).isEqualTo(3 * REMEMBERED);
        assertThat(guard.inside()).isZero();
    }

    private void lieAndLeave(int wallet) throws UnknownHostException {
        Visitor visitor = arrive(wallet);
        Session session = stage.another(new ListedWire(), visitor);
        say(session, "1 login miner" + wallet + " x");
        say(session, "2 submit 5e55 5e551 00000000");
        stage.verifier.judge(new Verdict.Bad(ShareRefusal.BAD_HASH));
        say(session, "3 submit 5e55 5e551 00000000");
        say(session, "4 submit 5e55 nonsense 00000000");
        visitor.leave();
        stage.claims.clear();
    }

    /** No two in one /24. */
    private Visitor arrive(int wallet) throws UnknownHostException {
        byte[] from = ByteBuffer.allocate(Integer.BYTES)
                .putInt(0x10_00_00_01 + (wallet << Byte.SIZE))
                .array();
        return guard.arrive(InetAddress.getByAddress(from), () -> {}).fold(inside -> inside, refused -> {
            throw new IllegalStateException("wallet " + wallet + " was not let in");
        });
    }

    private static void say(Session session, String line) {
        session.line(line.getBytes(StandardCharsets.UTF_8));
    }
}

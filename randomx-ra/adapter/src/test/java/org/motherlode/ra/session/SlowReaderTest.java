package org.motherlode.ra.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.delivery.AcceptanceClock;
import org.motherlode.ra.delivery.BlockCourier;
import org.motherlode.ra.delivery.Courier;
import org.motherlode.ra.delivery.DeliverySettings;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.verify.Claim;

/** A miner that does not read for a while misses nothing that matters and is not flooded afterwards. */
class SlowReaderTest {
    private static final long TARGET_MILLIS = 1_000;
    private static final long SILENCE_MILLIS = 6 * TARGET_MILLIS;
    private static final NodeLife LIFE = new NodeLife(0, 1, 0);

    @TempDir
    Path folder;

    private final ListedWire wire = new ListedWire();
    private final List<Claim> claims = new ArrayList<>();
    private final Figures figures = new Figures();
    private JobBoard board;
    private Session session;
    private long now;

    @BeforeEach
    void logIn() throws Exception {
        board = new JobBoard(new JobNumbers(LIFE), 100);
        board.publish(PlainTemplate.at(10));
        Settings vardiff = Settings.parse("vardiff.min = 1; vardiff.target-millis = " + TARGET_MILLIS);
        PoolDoor door = new PoolDoor(text -> new AddressVerdict.Payable(new MinerAddress(text)), Sha256Hasher.ID);
        Lobby lobby = new Lobby(new PoolName("toy"), door, board, VardiffSettings.of(vardiff));
        Session.Hello hello = new Session.Hello("5e55", Difficulty.of(4_096), new FreeVisitor());
        session = new Session(wire, new PlainDialect(), lobby, services(), hello);
        say("1 login miner1 x");
        assertThat(wire.takeLines()).singleElement().asString().startsWith("1 in 5e55 5e551 ");
    }

    @Test
    void a_difficulty_that_changes_meanwhile_is_told_as_soon_as_it_reads_again() {
        wire.keepsUp = false;
        silence();
        assertThat(wire.takeLines()).isEmpty();
        wire.keepsUp = true;
        session.newWork();

        assertThat(wire.takeLines())
                .singleElement()
                .asString()
                .startsWith("- job ")
                .endsWith(" 1024 same");
        session.newWork();
        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void several_changes_and_templates_become_one_job() {
        wire.keepsUp = false;
        silence();
        board.publish(PlainTemplate.at(11));
        session.newWork();
        silence();
        board.publish(PlainTemplate.at(12));
        session.newWork();
        wire.keepsUp = true;
        session.newWork();

        assertThat(wire.takeLines()).singleElement().asString().endsWith(" 256 clean");
        session.newWork();
        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void a_job_that_it_asked_for_tells_the_change_too() {
        wire.keepsUp = false;
        silence();
        wire.keepsUp = true;
        say("2 getjob 5e55");
        assertThat(wire.takeLines()).singleElement().asString().endsWith(" 1024 same");
        session.newWork();

        assertThat(wire.takeLines()).isEmpty();
    }

    @Test
    void a_share_of_the_job_that_it_had_before_is_judged_by_the_difficulty_of_that_job() {
        wire.keepsUp = false;
        silence();
        wire.keepsUp = true;
        session.newWork();
        say("3 submit 5e55 5e551 00000000");

        assertThat(claims)
                .singleElement()
                .satisfies(claim -> assertThat(claim.job().difficulty()).isEqualTo(Difficulty.of(4_096)));
    }

    /** Long enough that the difficulty falls to a quarter. */
    private void silence() {
        now += SILENCE_MILLIS;
        session.tick();
    }

    private void say(String line) {
        session.line(line.getBytes(StandardCharsets.UTF_8));
    }

    private Services services() throws Exception {
        Settings none = Settings.parse("");
        DeliverySettings delivery = DeliverySettings.of(none);
        RefusedTally refused = new RefusedTally(10);
        Crediting crediting = new Crediting(
                new Courier(
                        LIFE,
                        new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX),
                        delivery,
                        new Listeners(),
                        refused,
                        figures),
                new BlockCourier(delivery, new Listeners(), new BlockFolder(folder, 0), figures),
                figures);
        SessionSettings patient = SessionSettings.of(Settings.parse("slow-reader-millis = 600000"));
        return new Services(patient, (lane, claim, then) -> claims.add(claim), crediting, refused, figures, () -> now);
    }

    /** Keeps the lines; its loop is the test's own thread. */
    private static final class ListedWire implements Wire {
        private final List<String> lines = new ArrayList<>();
        private boolean keepsUp = true;

        List<String> takeLines() {
            List<String> taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }

        @Override
        public void send(String line) {
            lines.add(line);
        }

        @Override
        public void sendLast(String line) {
            lines.add(line);
        }

        @Override
        public void close() {
            lines.add("closed");
        }

        @Override
        public boolean keepsUp() {
            return keepsUp;
        }

        @Override
        public void onLoop(Runnable task) {
            task.run();
        }
    }
}

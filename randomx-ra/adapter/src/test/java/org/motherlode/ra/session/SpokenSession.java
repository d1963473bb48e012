package org.motherlode.ra.session;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
import org.motherlode.ra.delivery.Dispatch;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Claim;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** A session of the cryptonote dialect without a socket, in one of the states that a stranger can find it in. */
final class SpokenSession {
    private static final NodeLife LIFE = new NodeLife(0, 1, 0);
    private static final String LOGIN =
            "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"}}";

    /** Where it stands before the line in question. */
    enum State {
        IDLE_POOL,
        BEFORE_LOGIN,
        LOGIN_HELD,
        LOGGED_IN,
        OUT_OF_WORK
    }

    final List<String> sent = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final Visitor visitor;
    final Session session;
    boolean ended;
    long now;

    SpokenSession(Path folder, State state) throws Exception {
        JobBoard board = new JobBoard(new JobNumbers(LIFE), 100);
        Figures figures = new Figures();
        Gatehouse guard = new Gatehouse(GuardSettings.of(Settings.parse("")), () -> Instant.EPOCH, figures, "node 0");
        visitor = guard.arrive(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), () -> {})
                .fold(admitted -> admitted, refused -> {
                    throw new IllegalStateException("the first one is let in");
                });
        PoolDoor door = new PoolDoor(SpokenSession::parse, Sha256Hasher.ID);
        Settings none = Settings.parse("");
        Lobby lobby = new Lobby(new PoolName("toy"), door, board, VardiffSettings.of(none), LatePolicy.of(none));
        Session.Hello hello = new Session.Hello("5e55", Difficulty.of(4), visitor);
        session = new Session(new Line(), new CryptonoteDialect(), lobby, services(folder, figures), hello);
        bring(board, state);
        sent.clear();
    }

    private static AddressVerdict parse(String text) {
        return text.matches("miner[0-9]+")
                ? new AddressVerdict.Payable(new MinerAddress(text))
                : new AddressVerdict.Refused("that is no address of this network");
    }

    private void bring(JobBoard board, State state) {
        switch (state) {
            case IDLE_POOL -> board.suspend("the node is away");
            case BEFORE_LOGIN -> board.publish(PlainTemplate.at(10));
            case LOGIN_HELD -> say(LOGIN);
            case LOGGED_IN -> {
                board.publish(PlainTemplate.at(10));
                say(LOGIN);
            }
            case OUT_OF_WORK -> {
                board.publish(PlainTemplate.at(10));
                say(LOGIN);
                board.suspend("the node is away");
                session.noWork("the node is away");
            }
        }
    }

    void say(String line) {
        say(line.getBytes(StandardCharsets.UTF_8));
    }

    /** As the socket does: nothing is looked at after the last line. */
    void say(byte[] line) {
        if (!ended) {
            session.line(line);
        }
    }

    private Services services(Path folder, Figures figures) throws Exception {
        DeliverySettings delivery = DeliverySettings.of(Settings.parse(""));
        RefusedTally refused = new RefusedTally(10);
        Listeners nobody = new Listeners();
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX);
        Dispatch dispatch = new Dispatch(delivery, nobody, figures, new Troubles(figures, System::nanoTime));
        Courier courier = new Courier(dispatch, LIFE, clock, refused);
        BlockCourier blocks = new BlockCourier(dispatch, new BlockFolder(folder, 0));
        return new Services(
                SessionSettings.of(Settings.parse("")),
                new ListedVerifier(claims),
                new PromptJury(),
                new Crediting(courier, blocks, figures),
                refused,
                figures,
                () -> now);
    }

    /** Keeps the lines; its loop is the test's own thread. */
    private final class Line implements Wire {
        @Override
        public InetAddress from() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public void send(String line) {
            if (!ended) {
                sent.add(line);
            }
        }

        @Override
        public void sendLast(String line) {
            send(line);
            ended = true;
        }

        @Override
        public void close() {
            ended = true;
        }

        @Override
        public boolean keepsUp() {
            return true;
        }

        @Override
        public void onLoop(Runnable task) {
            task.run();
        }
    }
}

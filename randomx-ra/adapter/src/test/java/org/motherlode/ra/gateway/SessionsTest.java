package org.motherlode.ra.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.pow.PowId;
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
import org.motherlode.ra.fixture.PlainDialect;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.session.Crediting;
import org.motherlode.ra.session.LatePolicy;
import org.motherlode.ra.session.Lobby;
import org.motherlode.ra.session.Services;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.session.SessionSettings;
import org.motherlode.ra.session.VardiffSettings;
import org.motherlode.ra.session.Wire;
import org.motherlode.ra.socket.SessionDoor;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Spread;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Claim;
import org.motherlode.ra.verify.Lane;
import org.motherlode.ra.verify.Sender;
import org.motherlode.ra.verify.Verdict;
import org.motherlode.ra.verify.Verifier;

class SessionsTest {
    private static final NodeLife LIFE = new NodeLife(0, 1, 0);
    private static final int MANY = 50;
    private static final String TIME = "new_work_micros";

    @TempDir
    Path folder;

    private final Figures figures = new Figures();
    private final Queue<Runnable> loop = new ArrayDeque<>();
    private final List<Session> inside = new ArrayList<>();
    private long now;
    private Sessions sessions;

    @BeforeEach
    void letThemIn() throws Exception {
        Settings none = Settings.parse("");
        Dispatch dispatch = new Dispatch(
                DeliverySettings.of(none), new Listeners(), figures, new Troubles(figures, System::nanoTime));
        RefusedTally refused = new RefusedTally(1);
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX);
        Crediting crediting = new Crediting(
                new Courier(dispatch, LIFE, clock, refused),
                new BlockCourier(dispatch, new BlockFolder(folder, 0)),
                figures);
        sessions = new Sessions(new Services(
                SessionSettings.of(none),
                new Idle(),
                (from, judging, then) -> false,
                crediting,
                refused,
                figures,
                () -> now));
        Lobby lobby = new Lobby(
                new PoolName("toy"),
                new PoolDoor(text -> new AddressVerdict.Payable(new MinerAddress(text)), Sha256Hasher.ID),
                new JobBoard(new JobNumbers(LIFE), 1),
                VardiffSettings.of(none),
                LatePolicy.of(none));
        SessionDoor door = sessions.door(lobby, new PlainDialect(), Difficulty.of(4));
        Gatehouse guard = new Gatehouse(GuardSettings.of(none), InstantSource.system(), figures, "node 0");
        Visitor anybody = guard.arrive(InetAddress.getLoopbackAddress(), () -> {})
                .fold(visitor -> visitor, refusal -> {
                    throw new IllegalStateException("the first one is let in");
                });
        for (int i = 0; i < MANY; i++) {
            Line line = new Line();
            Session session = door.enter(line, anybody);
            line.leaves = () -> door.leave(session);
            inside.add(session);
        }
    }

    @Test
    void each_is_done_once() {
        List<Session> done = new ArrayList<>();
        sessions.each(done::add);
        work();

        assertThat(done).containsExactlyInAnyOrderElementsOf(inside);
    }

    /**
     * Attack 22 of the rules: nobody's place may tell him new work before others. Fifty in a thousand orders: each is in each place
     * about twenty times, and sixty times only once in ten million years of tests.
     */
    @Test
    void nobody_has_a_place_of_his_own() {
        Map<Session, int[]> places = new HashMap<>();
        inside.forEach(session -> places.put(session, new int[MANY]));
        for (int i = 0; i < 1_000; i++) {
            List<Session> order = new ArrayList<>();
            sessions.each(order::add);
            work();
            for (int place = 0; place < MANY; place++) {
                places.getOrDefault(order.get(place), new int[MANY])[place]++;
            }
        }

        assertThat(places.values().stream().flatMapToInt(Arrays::stream).boxed())
                .allMatch(times -> times < 60);
    }

    @Test
    void the_time_that_new_work_takes_is_told_when_the_last_one_has_it() {
        Spread spread = figures.spread();
        sessions.newWork(spread);
        loop.remove().run();
        while (loop.size() > 1) {
            loop.remove().run();
        }
        long before = figures.all().getOrDefault(TIME, -1L);
        work();

        assertThat(before).isZero();
        assertThat(figures.all().get(TIME)).isPositive();
        assertThat(figures.all().get("new_work_p99_micros")).isPositive();
    }

    /** As on a busy machine: the next second's look is in the line before the last one's is done. */
    @Test
    void one_that_was_cut_at_one_look_is_not_cut_again_at_the_next() {
        now = 1_000_000;
        sessions.each(Session::tick);
        sessions.each(Session::tick);
        work();

        assertThat(figures.total(Count.CONNECTIONS_CUT)).isEqualTo(MANY);
        assertThat(sessions.figures()).isEmpty();
    }

    private void work() {
        while (!loop.isEmpty()) {
            loop.remove().run();
        }
    }

    /** Verifies nothing. */
    private static final class Idle implements Verifier {
        @Override
        public Difficulty forgeryBound(PowId pow) {
            return Difficulty.of(1);
        }

        @Override
        public boolean isPossible(Claim claim) {
            return false;
        }

        @Override
        public boolean offer(Lane lane, Sender sender, Claim claim, Consumer<Verdict> then) {
            return false;
        }
    }

    /** Its end is noticed at once. */
    private final class Line implements Wire {
        private Runnable leaves = () -> {};

        @Override
        public InetAddress from() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public void send(String line) {}

        @Override
        public void sendLast(String line) {
            close();
        }

        @Override
        public void close() {
            leaves.run();
        }

        @Override
        public boolean keepsUp() {
            return true;
        }

        @Override
        public void onLoop(Runnable task) {
            loop.add(task);
        }
    }
}

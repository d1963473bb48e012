package org.motherlode.ra;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.ra.delivery.AcceptanceClock;
import org.motherlode.ra.delivery.BlockCourier;
import org.motherlode.ra.delivery.Courier;
import org.motherlode.ra.delivery.Dispatch;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.epoch.EpochFile;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.epoch.ReservedTime;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.gateway.Dialects;
import org.motherlode.ra.gateway.House;
import org.motherlode.ra.gateway.Station;
import org.motherlode.ra.gateway.Tools;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.pool.ReadPools;
import org.motherlode.ra.session.Crediting;
import org.motherlode.ra.session.Services;
import org.motherlode.ra.socket.MinerSockets;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Hashers;
import org.motherlode.ra.verify.JuryRoom;
import org.motherlode.ra.verify.Verification;

/** Everything that runs between start and stop. What was opened is closed in the opposite order, also when a start fails. */
final class Engine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Engine.class);
    private static final long OVERDUE_LOOK_MILLIS = 100;
    private static final long TROUBLE_LOOK_MILLIS = 1_000;

    /** Something to be closed that fails, if at all, with a bug. */
    private interface Part extends AutoCloseable {
        @Override
        void close();
    }

    private final AdapterSettings settings;
    private final Figures figures;
    private final Listeners listeners;
    private final Troubles troubles;
    private final Deque<Part> parts = new ArrayDeque<>();

    private Engine(AdapterSettings settings, Figures figures, Listeners listeners) {
        this.settings = settings;
        this.figures = figures;
        this.listeners = listeners;
        this.troubles = new Troubles(figures, System::nanoTime);
    }

    /** An engine and the gateway in front of it. */
    record Running(Engine engine, Station station) {}

    static Running start(AdapterSettings settings, ReadPools pools, Figures figures, Listeners listeners)
            throws IOException {
        Engine engine = new Engine(settings, figures, listeners);
        boolean started = false;
        try {
            Running running = new Running(engine, engine.assemble(pools));
            running.station().start();
            started = true;
            return running;
        } finally {
            if (!started) {
                engine.close();
            }
        }
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (RuntimeException | Error e) {
                // The other parts are closed all the same.
                LOG.error("a part of the adapter could not be closed", e);
            }
        }
    }

    private Station assemble(ReadPools pools) throws IOException {
        NodeLife life = new EpochFile(settings.folder(), settings.node()).begin(InstantSource.system());
        LOG.infof("node %d begins epoch %d after %d", life.node(), life.epoch(), life.previousEpoch());
        figures.read(Gauge.SHARE_LISTENER_ACTIVE, () -> listeners.isActive() ? 1 : 0);
        Dispatch dispatch = new Dispatch(settings.delivery(), listeners, figures, troubles);
        BlockCourier blocks = blocks(dispatch);
        RefusedTally refused = new RefusedTally(settings.delivery().refusedKinds());
        figures.read(Gauge.REFUSED_KINDS, refused::kinds);
        Courier courier = courier(dispatch, life, refused);
        Hashers hashers = hashers();
        Verification verification = verification(hashers);
        Gatehouse guard = new Gatehouse(settings.guard(), InstantSource.system(), figures, "node " + settings.node());
        MinerSockets sockets = sockets(guard);
        House house = new House("house", troubles.of(Fault.HOUSE));
        House workshop = new House("workshop", troubles.of(Fault.WORKSHOP));
        Crediting crediting = new Crediting(courier, blocks, figures);
        Services services =
                new Services(settings.sessions(), verification, jury(), crediting, refused, figures, Engine::millis);
        Station station = new Station(
                pools,
                new Tools(
                        settings.gateway(),
                        services,
                        sockets,
                        hashers,
                        new Dialects(Engine.class.getClassLoader()),
                        new JobNumbers(life),
                        house,
                        workshop,
                        troubles,
                        guard.desk(),
                        courier::isWarm));
        // Neither has begun yet, and both must have ended when the station gives back what they opened.
        parts.push(station::close);
        parts.push(house::close);
        parts.push(workshop::close);
        watch(house, courier);
        return station;
    }

    private BlockCourier blocks(Dispatch dispatch) {
        BlockCourier blocks = new BlockCourier(dispatch, new BlockFolder(settings.folder(), settings.node()));
        parts.push(blocks::close);
        blocks.start();
        return blocks;
    }

    private Hashers hashers() {
        Hashers hashers = new Hashers(settings.verify(), Engine.class.getClassLoader());
        parts.push(hashers::close);
        return hashers;
    }

    private MinerSockets sockets(Gatehouse guard) {
        MinerSockets sockets = new MinerSockets(settings.sockets(), settings.ports(), figures, troubles, guard);
        parts.push(sockets::close);
        return sockets;
    }

    private Verification verification(Hashers hashers) {
        Verification verification = new Verification(settings.verify(), hashers, figures, troubles);
        parts.push(verification::close);
        verification.start();
        return verification;
    }

    private JuryRoom jury() {
        JuryRoom jury = new JuryRoom(settings.verify(), figures, troubles);
        parts.push(jury::close);
        jury.start();
        return jury;
    }

    private Courier courier(Dispatch dispatch, NodeLife life, RefusedTally refused) throws IOException {
        Courier courier = new Courier(dispatch, life, clock(), refused);
        parts.push(courier::close);
        courier.start();
        return courier;
    }

    private void watch(House house, Courier courier) {
        long longest = settings.delivery().callMillis();
        house.every(OVERDUE_LOOK_MILLIS, courier::tellOverdue);
        house.every(OVERDUE_LOOK_MILLIS, () -> listeners.breakOff(longest));
        house.every(TROUBLE_LOOK_MILLIS, troubles::tell);
    }

    /** What was not used of the reserved time is given back when the courier has ended. */
    private AcceptanceClock clock() throws IOException {
        Duration ahead = Duration.ofMillis(settings.delivery().timeAheadMillis());
        ReservedTime time = ReservedTime.begin(settings.folder(), settings.node(), ahead, InstantSource.system());
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), time.begin(), time::end);
        parts.push(() -> time.close(clock.last()));
        time.start(troubles.of(Fault.TIME));
        return clock;
    }

    private static long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    }
}

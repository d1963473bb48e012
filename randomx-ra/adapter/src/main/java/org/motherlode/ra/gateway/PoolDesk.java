package org.motherlode.ra.gateway;

import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.session.LatePolicy;
import org.motherlode.ra.session.Lobby;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.session.VardiffSettings;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.tls.Credentials;

/** One pool at work. Everything but {@link #offer}, {@link #pause} and the figures happens on the house thread. */
final class PoolDesk {
    private static final Logger LOG = Logger.getLogger(PoolDesk.class);

    /** What miners hear of a pool that is stopped; the reason may quote what was written. */
    private static final String CLOSED = "The pool is closed.";

    private record Break(String why, long sinceMillis) {}

    private record Visitors(Lobby lobby, Optional<Credentials> credentials, long sinceMillis) {}

    private final PoolDefinition definition;
    private final Station station;
    private final JobBoard board;
    private final Sessions sessions;
    private final NewestWord newest = new NewestWord();
    private final PoolPorts ports;
    private final PoolFunctions functions;
    private Optional<Break> idle = Optional.empty();
    private Optional<Lobby> preparing = Optional.empty();
    private Optional<Visitors> awaited = Optional.empty();
    private Optional<BlockTemplate> delayed = Optional.empty();
    private boolean leaving;
    private int lateBlocks;
    private volatile boolean open;
    private volatile Optional<String> stopped = Optional.empty();

    PoolDesk(PoolDefinition definition, Station station, JobBoard board, Sessions sessions) {
        this.definition = definition;
        this.station = station;
        this.board = board;
        this.sessions = sessions;
        this.ports = new PoolPorts(definition, station.sockets(), station.dialects(), sessions);
        this.functions = new PoolFunctions(definition, station);
    }

    boolean isOpen() {
        return open;
    }

    Optional<String> stopped() {
        return stopped;
    }

    PoolPorts ports() {
        return ports;
    }

    PoolFunctions functions() {
        return functions;
    }

    Sessions sessions() {
        return sessions;
    }

    /** Notes the newest template; what was not heeded yet is forgotten. True if nothing was noted. From any thread. */
    boolean offer(BlockTemplate template) {
        return newest.put(NewestWord.Word.work(template));
    }

    /** The same where there is no work. */
    boolean pause(String why) {
        return newest.put(NewestWord.Word.pause(why));
    }

    /** Prepares the pool for miners. One that cannot be opened is stopped, and the reason names the key where it can. */
    void open(PoolDoor door, long nowMillis) {
        if (open || preparing.isPresent() || awaited.isPresent()) {
            return;
        }
        try {
            stopped = Optional.empty();
            leaving = false;
            Settings settings = definition.settings();
            LatePolicy late = LatePolicy.of(settings);
            lateBlocks = late.heights();
            Lobby lobby = new Lobby(definition.name(), door, board, VardiffSettings.of(settings), late);
            preparing = Optional.of(lobby);
            station.workshop().run(() -> prepare(lobby, nowMillis));
        } catch (SettingException e) {
            stop(words(e));
        }
    }

    /** In the workshop: what takes a second or more, or as long as a disk likes. */
    private void prepare(Lobby lobby, long nowMillis) {
        try {
            functions.prepare(lobby.door().pow());
            Visitors visitors = new Visitors(lobby, ports.readCertificate(), nowMillis);
            station.house().run(() -> await(visitors));
        } catch (SettingException | RuntimeException | Error e) {
            station.house().run(() -> {
                if (isPreparing(lobby)) {
                    stop(words(e));
                }
            });
        }
    }

    private void await(Visitors visitors) {
        if (isPreparing(visitors.lobby())) {
            preparing = Optional.empty();
            awaited = Optional.of(visitors);
        } else {
            visitors.credentials().ifPresent(ports::forget);
        }
    }

    /** False if the pool was stopped in the meantime. */
    private boolean isPreparing(Lobby lobby) {
        return preparing.equals(Optional.of(lobby));
    }

    private static String words(Throwable e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    /** Opens the ports once shares can be stored without delay, or that has taken too long; then takes the template. */
    void step(long nowMillis) {
        awaited.filter(visitors -> station.isWarm()
                        || nowMillis - visitors.sinceMillis()
                                >= station.settings().warmUpMillis())
                .ifPresent(this::listen);
        heed(nowMillis);
    }

    private void listen(Visitors visitors) {
        try {
            awaited = Optional.empty();
            ports.listen(visitors.lobby(), visitors.credentials());
            open = true;
        } catch (SettingException | RuntimeException | Error e) {
            stop(words(e));
        }
    }

    /** Does what was said last of the pool's work. */
    void heed(long nowMillis) {
        newest.peek().ifPresent(word -> word.template()
                .ifPresentOrElse(template -> take(word, template), () -> suspend(word, nowMillis)));
    }

    /** Makes the offered template the current one as soon as its seed is ready; until then the older one stays. */
    private void take(NewestWord.Word word, BlockTemplate template) {
        if (!open && awaited.isEmpty()) {
            return;
        }
        if (!functions.isOpen(template.pow(), why -> cannot(template, why))) {
            delay(template);
            return;
        }
        station.seeds().need(definition.name(), template, lateBlocks);
        if (!station.seeds().isReady(template)) {
            delay(template);
            return;
        }
        if (!newest.take(word)) {
            return;
        }
        idle = Optional.empty();
        board.publish(template);
        station.counted().count(Count.TEMPLATES_PUBLISHED);
        LOG.debugf("pool %s: %s", definition.name(), template.summary());
        sessions.newWork(station.counted().spread());
    }

    /** Without its function the pool will have no work until somebody gives this server a library. */
    private void cannot(BlockTemplate template, String why) {
        if (open || awaited.isPresent()) {
            stop("for height " + template.height() + " " + why);
        }
    }

    /** Counted once however often it is looked at. */
    private void delay(BlockTemplate template) {
        if (!delayed.equals(Optional.of(template))) {
            delayed = Optional.of(template);
            station.counted().count(Count.TEMPLATES_DELAYED);
        }
    }

    private void suspend(NewestWord.Word word, long nowMillis) {
        if (!newest.take(word) || idle.isPresent()) {
            return;
        }
        String why = word.why();
        LOG.warnf("pool %s has no work: %s", definition.name(), why);
        idle = Optional.of(new Break(why, nowMillis));
        board.suspend(why);
        whileIdle(session -> session.noWork(why));
    }

    /** Work may come back while this goes through the sessions: whoever was not reached by then need not hear of it. */
    private void whileIdle(Consumer<Session> what) {
        sessions.each(session -> {
            if (board.idleBecause().isPresent()) {
                what.accept(session);
            }
        });
    }

    void stop(String why) {
        LOG.errorf("pool %s is stopped: %s", definition.name(), why);
        stopped = Optional.of(why);
        open = false;
        preparing = Optional.empty();
        awaited.flatMap(Visitors::credentials).ifPresent(ports::forget);
        awaited = Optional.empty();
        ports.close();
        leaving = true;
        board.suspend(CLOSED);
        sessions.each(session -> session.dismiss(CLOSED));
    }

    /** About once a second: sends miners away for whom no work has come back, and gives back what a stopped pool had. */
    void tick(long nowMillis) {
        sessions.each(Session::tick);
        // Only then: what a miner sent before it was sent away may be a block.
        if (leaving && sessions.seated() == 0) {
            leaving = false;
            station.seeds().forget(definition.name());
        }
        idle.filter(pause ->
                        nowMillis - pause.sinceMillis() >= station.settings().suspendGraceMillis())
                .ifPresent(pause -> whileIdle(session -> session.dismiss(pause.why())));
    }
}

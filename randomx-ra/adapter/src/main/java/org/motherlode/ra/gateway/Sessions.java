package org.motherlode.ra.gateway;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.session.Lobby;
import org.motherlode.ra.session.Services;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.session.Wire;
import org.motherlode.ra.socket.SessionDoor;
import org.motherlode.ra.statistics.Spread;

/** The sessions of one pool. */
final class Sessions {
    private final Services services;
    private final SecureRandom random = new SecureRandom();

    /** By the thread that serves them: each connection is made, served and ended on one. */
    private final Map<Thread, Set<Session>> byLoop = new ConcurrentHashMap<>();

    Sessions(Services services) {
        this.services = services;
    }

    /** The door of one port. */
    SessionDoor door(Lobby lobby, Dialect dialect, Difficulty start) {
        return new SessionDoor() {
            @Override
            public Session enter(Wire wire, Visitor visitor) {
                String id = HexFormat.of().toHexDigits(random.nextLong());
                Session session = new Session(wire, dialect, lobby, services, new Session.Hello(id, start, visitor));
                byLoop.computeIfAbsent(Thread.currentThread(), loop -> ConcurrentHashMap.newKeySet())
                        .add(session);
                return session;
            }

            @Override
            public String turnedAway(String sentence) {
                return dialect.turnedAway(sentence);
            }

            @Override
            public void leave(Session session) {
                byLoop.values().forEach(here -> here.remove(session));
            }
        };
    }

    /** Gives everybody the newest work, and notes how long it takes until the last one's job is written. */
    void newWork(Spread spread) {
        long began = System.nanoTime();
        each(Session::newWork, () -> spread.record(System.nanoTime() - began));
    }

    void each(Consumer<Session> what) {
        each(what, () -> {});
    }

    /**
     * Does this with each session on its own loop, all loops at once, in another order each time; {@code atEnd} runs on the loop
     * that is done last, if anybody is there. A busy loop may come to a session only after that has left, and then passes it by.
     */
    private void each(Consumer<Session> what, Runnable atEnd) {
        List<Set<Session>> crowds =
                byLoop.values().stream().filter(here -> !here.isEmpty()).toList();
        AtomicInteger busy = new AtomicInteger(crowds.size());
        Runnable endOfLoop = () -> {
            if (busy.decrementAndGet() == 0) {
                atEnd.run();
            }
        };
        crowds.forEach(here -> {
            Consumer<Session> ifThere = session -> {
                if (here.contains(session)) {
                    what.accept(session);
                }
            };
            here.stream()
                    .findAny()
                    .ifPresent(any -> any.onLoop(() ->
                            new Procession<>(here, random.nextLong(), Session::onLoop, ifThere, endOfLoop).proceed()));
        });
    }

    /** How many miners are logged in. */
    long seated() {
        return byLoop.values().stream()
                .flatMap(Set::stream)
                .filter(Session::isSeated)
                .count();
    }

    List<MinerFigures> figures() {
        return byLoop.values().stream()
                .flatMap(Set::stream)
                .map(Session::figures)
                .flatMap(Optional::stream)
                .toList();
    }
}

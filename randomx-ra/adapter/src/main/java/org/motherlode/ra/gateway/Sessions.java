package org.motherlode.ra.gateway;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/** The sessions of one pool. */
final class Sessions {
    private final Services services;
    private final SecureRandom random = new SecureRandom();
    private final Set<Session> all = ConcurrentHashMap.newKeySet();

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
                all.add(session);
                return session;
            }

            @Override
            public String turnedAway(String sentence) {
                return dialect.banned(sentence);
            }

            @Override
            public void leave(Session session) {
                all.remove(session);
            }
        };
    }

    /** Does this with each session on its own loop, in another order each time, so that nobody is always the last. */
    void each(Consumer<Session> what) {
        List<Session> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        shuffled.forEach(session -> session.onLoop(() -> what.accept(session)));
    }

    List<MinerFigures> figures() {
        return all.stream().map(Session::figures).flatMap(Optional::stream).toList();
    }
}

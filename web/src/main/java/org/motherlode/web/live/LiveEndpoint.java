package org.motherlode.web.live;

import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.util.List;
import org.jboss.logging.Logger;

/** The WebSocket at {@code /ws}, or {@code /ws?pool=name} for a pool that is not the first. */
@ServerEndpoint("/ws")
public class LiveEndpoint {
    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class);
    private static final long IDLE_MILLIS = 120_000;

    @Inject
    Live live;

    @OnOpen
    public void open(Session session) {
        session.setMaxIdleTimeout(IDLE_MILLIS);
        List<String> pool = session.getRequestParameterMap().getOrDefault("pool", List.of());
        live.reception().enter(session.getId(), pool.stream().findFirst(), new SessionWire(session));
    }

    @OnMessage(maxMessageSize = LiveBounds.MESSAGE_BYTES)
    public void message(Session session, String text) {
        live.reception().hear(session.getId(), text, new SessionWire(session));
    }

    @OnClose
    public void close(Session session) {
        live.reception().leave(session.getId());
    }

    /** Broken connections are everyday; the container closes them after this. */
    @OnError
    public void error(Session session, Throwable error) {
        LOG.debugf("listener %s: %s", session.getId(), error);
    }
}

package org.motherlode.web.live;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** A WebSocket session as a wire. */
record SessionWire(Session session) implements Wire {
    private static final Logger LOG = Logger.getLogger(SessionWire.class);

    @Override
    public void send(String message, Consumer<Boolean> left) {
        try {
            session.getAsyncRemote().sendText(message, result -> left.accept(result.isOK()));
        } catch (IllegalStateException e) {
            LOG.debugf("listener %s is gone: %s", session.getId(), e.getMessage());
            left.accept(false);
        }
    }

    @Override
    public void cut(String why) {
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, why));
        } catch (IOException e) {
            LOG.debugf("listener %s was gone before it was cut: %s", session.getId(), e.getMessage());
        }
    }
}

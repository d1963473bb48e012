package org.motherlode.ra.socket;

import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.session.Wire;

/** Makes the session of a new connection, and hears when the connection has ended. */
public interface SessionDoor {
    Session enter(Wire wire, Visitor visitor);

    /** The line that tells somebody who is not let in why. */
    String turnedAway(String sentence);

    void leave(Session session);
}

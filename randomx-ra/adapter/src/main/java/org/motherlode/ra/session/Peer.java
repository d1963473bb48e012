package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.guard.Sentence;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.verify.Sender;

/** The other end of one connection: how to speak with it, what it may do, whose claims it brings, and how it is sent away. */
record Peer(Wire wire, Dialect dialect, Visitor visitor, Sender sender, Figures figures) {
    /** Whoever is banned hears it and goes, also when it was another connection that brought it about; tells whether. */
    boolean leftBanned(String requestId) {
        // The visitor tells its sentence only once.
        Optional<Sentence> banned = visitor.sentence();
        banned.ifPresent(sentence -> sendAway(dialect.banned(requestId, sentence.words()), sentence.figure()));
        return banned.isPresent();
    }

    /** It says more than it may. What it has said of use is still looked at, unless that makes the measure full. */
    void leavesFlooding() {
        visitor.offended(Offence.FLOOD);
        Optional<Sentence> banned = visitor.sentence();
        if (banned.isPresent()) {
            sendAway(dialect.banned(Request.NO_ID, banned.get().words()), Count.CONNECTIONS_FLOODING);
        } else {
            figures.count(Count.CONNECTIONS_FLOODING);
            wire.sendLast(dialect.problem(Request.NO_ID, Problem.TOO_FAST));
        }
    }

    /** For what it did, which {@code why} counts: what it still has waiting for a verifier is not worth a hash any more. */
    void sendAway(String lastLine, Count why) {
        if (sender.sendAway()) {
            figures.count(why);
            wire.sendLast(lastLine);
        }
    }
}

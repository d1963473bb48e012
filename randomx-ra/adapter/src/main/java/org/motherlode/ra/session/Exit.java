package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.wire.Dialect;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** Where the banned leave. */
record Exit(Wire wire, Dialect dialect, Figures figures, Visitor visitor) {
    /** Whoever is banned hears it and goes, also when it was another connection that brought it about; tells whether. */
    boolean isTaken() {
        Optional<String> sentence = visitor.sentence();
        sentence.ifPresent(words -> {
            figures.count(Count.CONNECTIONS_CUT);
            wire.sendLast(dialect.banned(words));
        });
        return sentence.isPresent();
    }
}

package org.motherlode.ra.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.motherlode.model.chain.OwnTemplates.Judgement;
import org.motherlode.ra.verify.Jury;
import org.motherlode.ra.verify.Sender;

/** Judges at once on the test's own thread, or when the test says so. */
final class PromptJury implements Jury {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    boolean takesItsTime;
    boolean hasRoom = true;
    boolean fails;

    @Override
    public boolean offer(Sender sender, Supplier<Judgement> judging, Consumer<Optional<Judgement>> then) {
        if (!hasRoom) {
            return false;
        }
        waiting.add(() -> then.accept(fails ? Optional.empty() : Optional.of(judging.get())));
        if (!takesItsTime) {
            judge();
        }
        return true;
    }

    void judge() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }
}

package org.motherlode.ra.verify;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.motherlode.model.chain.OwnTemplates.Judgement;

/** Where blocks are judged that miners made themselves, so that no thread that reads and writes has to. */
public interface Jury {
    /**
     * Lines a judgement up; false if the line is full and neither its sender's network, nor address, nor connection has less in
     * it than another. Never waits.
     *
     * @param judging may take milliseconds
     * @param then is called once, on another thread; with nothing where it had to make room for another, or failed
     */
    boolean offer(Sender sender, Supplier<Judgement> judging, Consumer<Optional<Judgement>> then);
}

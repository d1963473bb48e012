package org.motherlode.ra.verify;

import java.util.function.Function;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Hash;

/** What a claim was worth. */
public sealed interface Verdict {
    <R> R fold(Function<Good, R> good, Function<Bad, R> bad);

    /** The hash is as claimed and meets the job's difficulty; {@code block} if it meets the network's too. */
    record Good(Hash hash, boolean block) implements Verdict {
        @Override
        public <R> R fold(Function<Good, R> good, Function<Bad, R> bad) {
            return good.apply(this);
        }
    }

    /** Not to be credited. */
    record Bad(ShareRefusal why) implements Verdict {
        @Override
        public <R> R fold(Function<Good, R> good, Function<Bad, R> bad) {
            return bad.apply(this);
        }
    }
}

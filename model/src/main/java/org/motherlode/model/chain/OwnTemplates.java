package org.motherlode.model.chain;

import java.util.function.Function;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.work.Difficulty;

/**
 * Lets miners choose their blocks' transactions themselves, from a node of their own, and judges what they propose. The
 * proposal counts only where a block of it would pay the pool as one of ours would. Safe for any thread; costs
 * milliseconds.
 */
public interface OwnTemplates {
    /** What a proposed block must pay, as a miner's node understands it. */
    String payTo();

    /** How many bytes of extra nonce a miner's node puts into a block, at least 8. */
    int extraNonceBytes();

    Judgement judge(Proposal proposal);

    /**
     * A block as a miner's node made it, and what the miner says of it.
     *
     * @param extraNonce that this one job was given
     * @param seed as hex
     */
    record Proposal(
            Octets block, ExtraNonce extraNonce, long height, Difficulty difficulty, String previousId, String seed) {}

    /** Usable, or what is wrong with it. */
    sealed interface Judgement {
        <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable);

        /** A template like one of ours, but with {@link OwnTemplates#extraNonceBytes} bytes of extra nonce. */
        record Usable(BlockTemplate template) implements Judgement {
            @Override
            public <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable) {
                return usable.apply(this);
            }
        }

        /**
         * What is wrong with it.
         *
         * @param sentence is shown to the miner as it stands
         * @param innocent whether an honest miner's node may bring it about, one that lags behind ours for example: then
         *     nobody is blamed
         */
        record Unusable(String sentence, boolean innocent) implements Judgement {
            /** One that only its miner can have brought about. */
            public Unusable(String sentence) {
                this(sentence, false);
            }

            @Override
            public <R> R fold(Function<Usable, R> usable, Function<Unusable, R> unusable) {
                return unusable.apply(this);
            }
        }
    }
}

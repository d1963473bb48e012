package org.motherlode.model.chain;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.job.OpenBlock;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.money.Money;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;

/**
 * A block that wants a nonce. Immutable; the adapter calls it from many threads. What the bytes mean stays in the chain's
 * package.
 */
public interface BlockTemplate {
    long height();

    /** The parent's id; two templates of one height with different parents are rivals. */
    String previousId();

    Difficulty networkDifficulty();

    /** The function that this very block asks for: another one than its parent, where a fork lies between them. */
    PowId pow();

    Seed seed();

    /** The seed of the next epoch as soon as it is known, so that it can be prepared ahead. */
    Optional<Seed> nextSeed();

    /** What the block would pay the pool, its transactions' fees included; empty where the chain tells it only later. */
    default Optional<Money> reward() {
        return Optional.empty();
    }

    /** How this chain reads a proof-of-work hash as a number. */
    HashOrder hashOrder();

    /** How many bytes of extra nonce {@link #job} wants, at least 8. */
    int extraNonceBytes();

    /** The work of one job; costs microseconds. */
    Job job(ExtraNonce extraNonce);

    /** Whether the hash is good enough for the network. */
    boolean meetsNetwork(Hash powHash);

    /** The finished block, with its id computed by us. */
    SealedBlock seal(Submission submission);

    /** The hash of template identity for logs: what changed and why, in a line. */
    String summary();

    /**
     * For proxies that make jobs themselves of a whole block; empty where the chain has no room for their bytes. Made anew
     * with each call, and nobody keeps it: a block may be long, and strangers may ask for many.
     */
    default Optional<OpenBlock> openBlock(ExtraNonce extraNonce) {
        return Optional.empty();
    }

    /** For miners that choose their transactions themselves; empty where the chain or the pool does not let them. */
    default Optional<OwnTemplates> ownTemplates() {
        return Optional.empty();
    }

    /** Where miners that cannot work here would write the nonce; empty where none are known. */
    default Optional<MisplacedNonce> misplacedNonce() {
        return Optional.empty();
    }

    /** All seeds worth keeping for this template, current first. */
    default List<Seed> seeds() {
        return nextSeed().map(next -> List.of(seed(), next)).orElseGet(() -> List.of(seed()));
    }
}

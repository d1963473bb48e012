package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.MisplacedNonce;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.money.Money;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;

/**
 * A template of the node with a first transaction of ours, in whose script the extra nonce stands. A job costs that transaction's
 * hash and one for each level of the tree. The id of a block is the SHA256d of its header, its proof of work the RandomX hash of
 * the same bytes; neither says anything about the other.
 *
 * @param branch from the first transaction to the root
 * @param nextSeed as soon as its block is there
 */
record OpenSyTemplate(TemplateBody body, Coinbase coinbase, MerkleBranch branch, Seed seed, Optional<Seed> nextSeed)
        implements BlockTemplate {
    private static final BigInteger ALL_HASHES = BigInteger.ONE.shiftLeft(256);
    private static final MisplacedNonce MONERO_MINER = new MisplacedNonce(
            39,
            "Stock XMRig cannot mine OpenSY: it writes the nonce at byte 39 of the header, which has it at 76. Use a miner that"
                    + " is made for OpenSY");

    static OpenSyTemplate of(TemplateBody body, CoinbaseTerms terms, Seed seed, Optional<Seed> nextSeed) {
        return new OpenSyTemplate(
                body,
                Coinbase.paying(terms, body.height(), body.value(), body.commitment()),
                MerkleBranch.besides(body.transactions().stream()
                        .map(part -> part.id().toBytes())
                        .toList()),
                seed,
                nextSeed);
    }

    @Override
    public long height() {
        return body.height();
    }

    @Override
    public String previousId() {
        return body.previousId();
    }

    /** How many hashes a block takes, on the average: the node's own {@code difficulty} counts in units of 2^32. */
    static Difficulty difficulty(BigInteger target) {
        return new Difficulty(ALL_HASHES.divide(target.add(BigInteger.ONE)));
    }

    @Override
    public Difficulty networkDifficulty() {
        return difficulty(body.target());
    }

    @Override
    public PowId pow() {
        return OpenSy.RX_0;
    }

    @Override
    public HashOrder hashOrder() {
        return HashOrder.LITTLE_ENDIAN;
    }

    @Override
    public int extraNonceBytes() {
        return Coinbase.EXTRA_NONCE_BYTES;
    }

    @Override
    public Job job(ExtraNonce extraNonce) {
        return new Job(Octets.of(header(checked(extraNonce))), Header.NONCE_OFFSET, Header.NONCE_BYTES);
    }

    /** By the exact target, which a difficulty in whole hashes would round. */
    @Override
    public boolean meetsNetwork(Hash powHash) {
        return hashOrder().value(powHash).compareTo(body.target()) <= 0;
    }

    @Override
    public SealedBlock seal(Submission submission) {
        byte[] header =
                job(submission.extraNonce()).withNonce(submission.nonce()).toBytes();
        byte[] block = Block.bytes(
                header,
                coinbase.inBlock(checked(submission.extraNonce())),
                body.transactions().stream().map(part -> part.data().toBytes()).toList());
        return new SealedBlock(new BlockRef(height(), Header.id(header)), Octets.of(block), reward());
    }

    @Override
    public Optional<Money> reward() {
        return Optional.of(OpenSy.qirsh(body.value()));
    }

    /** Stock XMRig and its kin write there whatever the length of the bytes: into the Merkle root. */
    @Override
    public Optional<MisplacedNonce> misplacedNonce() {
        return Optional.of(MONERO_MINER);
    }

    @Override
    public String summary() {
        return "height " + height() + " on " + previousId() + ", difficulty " + networkDifficulty() + ", reward "
                + OpenSy.qirsh(body.value()).display() + ", "
                + body.transactions().size() + " transactions, key " + seed;
    }

    private byte[] header(byte[] extraNonce) {
        return new Header(
                        body.version(),
                        Octets.of(BlockHash.bytes(body.previousId())),
                        Octets.of(branch.root(coinbase.id(extraNonce))),
                        body.time(),
                        body.bits(),
                        0)
                .toBytes();
    }

    private static byte[] checked(ExtraNonce extraNonce) {
        if (extraNonce.octets().length() != Coinbase.EXTRA_NONCE_BYTES) {
            throw new IllegalArgumentException("the extra nonce has " + Coinbase.EXTRA_NONCE_BYTES + " bytes, not "
                    + extraNonce.octets().length());
        }
        return extraNonce.octets().toBytes();
    }
}

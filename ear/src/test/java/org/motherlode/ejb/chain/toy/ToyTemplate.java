package org.motherlode.ejb.chain.toy;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Job;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.model.work.HashOrder;

/** Header: height (8 bytes), parent (32), extra nonce (8), nonce (8), all big-endian. Its SHA-256 is proof and id in one. */
record ToyTemplate(long height, String previousId, Difficulty networkDifficulty) implements BlockTemplate {
    private static final int EXTRA_AT = 40;
    private static final int NONCE_AT = 48;

    @Override
    public PowId pow() {
        return ToyChains.POW;
    }

    @Override
    public Seed seed() {
        return Seed.none();
    }

    @Override
    public Optional<Seed> nextSeed() {
        return Optional.empty();
    }

    @Override
    public HashOrder hashOrder() {
        return HashOrder.BIG_ENDIAN;
    }

    @Override
    public int extraNonceBytes() {
        return 8;
    }

    @Override
    public Job job(ExtraNonce extraNonce) {
        byte[] header = ByteBuffer.allocate(NONCE_AT + 8)
                .putLong(height)
                .put(Octets.ofHex(previousId).toBytes())
                .array();
        return new Job(Octets.of(header).with(EXTRA_AT, extraNonce.octets()), NONCE_AT, 8);
    }

    @Override
    public boolean meetsNetwork(Hash powHash) {
        return networkDifficulty.isMetBy(powHash, hashOrder());
    }

    @Override
    public SealedBlock seal(Submission submission) {
        Octets header = job(submission.extraNonce()).withNonce(submission.nonce());
        return new SealedBlock(new BlockRef(height, submission.powHash().hex()), header, Optional.empty());
    }

    @Override
    public String summary() {
        return "toy block " + height + " on " + previousId;
    }
}

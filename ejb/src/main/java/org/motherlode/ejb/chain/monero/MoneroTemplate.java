package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
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

/** A template of monerod. The extra nonce stands in the miner transaction's nonce field; its length never changes. */
record MoneroTemplate(BlockBlob blob, Difficulty networkDifficulty, Seed seed, Optional<Seed> nextSeed)
        implements BlockTemplate {
    static final int EXTRA_NONCE_BYTES = 16;

    @Override
    public long height() {
        return blob.minerTransaction().height();
    }

    @Override
    public String previousId() {
        return blob.previousId().hex();
    }

    @Override
    public PowId pow() {
        return Monero.POW;
    }

    @Override
    public HashOrder hashOrder() {
        return HashOrder.LITTLE_ENDIAN;
    }

    @Override
    public int extraNonceBytes() {
        return EXTRA_NONCE_BYTES;
    }

    @Override
    public Job job(ExtraNonce extraNonce) {
        return new Job(Octets.of(blob.hashingBlob(checked(extraNonce))), blob.nonceOffset(), BlockBlob.NONCE_BYTES);
    }

    @Override
    public boolean meetsNetwork(Hash powHash) {
        return networkDifficulty.isMetBy(powHash, hashOrder());
    }

    @Override
    public SealedBlock seal(Submission submission) {
        byte[] extraNonce = checked(submission.extraNonce());
        Octets hashed = job(submission.extraNonce()).withNonce(submission.nonce());
        String id = Octets.of(BlockBlob.id(hashed.toBytes())).hex();
        Octets block = Octets.of(blob.filled(extraNonce, submission.nonce().toBytes()));
        return new SealedBlock(new BlockRef(height(), id), block, reward());
    }

    @Override
    public String summary() {
        return "height " + height() + " on " + previousId().substring(0, 8) + ", difficulty " + networkDifficulty
                + ", reward " + paid().display();
    }

    @Override
    public Optional<Money> reward() {
        return Optional.of(paid());
    }

    private Money paid() {
        return new Money(blob.minerTransaction().reward(), Monero.XMR);
    }

    private static byte[] checked(ExtraNonce extraNonce) {
        if (extraNonce.octets().length() != EXTRA_NONCE_BYTES) {
            throw new IllegalArgumentException("the extra nonce has " + EXTRA_NONCE_BYTES + " bytes, not "
                    + extraNonce.octets().length());
        }
        return extraNonce.octets().toBytes();
    }
}

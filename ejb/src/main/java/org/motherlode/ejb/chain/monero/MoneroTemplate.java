package org.motherlode.ejb.chain.monero;

import java.util.Optional;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.OwnTemplates;
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
 * A template of monerod: ours, or a miner's. The extra nonce stands in the miner transaction's nonce field; its length
 * never changes.
 */
record MoneroTemplate(
        BlockBlob blob,
        Difficulty networkDifficulty,
        Seed seed,
        Optional<Seed> nextSeed,
        PowByVersion functions,
        Optional<ChoosingTerms> choosing)
        implements BlockTemplate {
    static final int EXTRA_NONCE_BYTES = 16;

    private static final int PROXY_BYTES = 8;

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
        return functions.of(blob.majorVersion());
    }

    @Override
    public HashOrder hashOrder() {
        return HashOrder.LITTLE_ENDIAN;
    }

    @Override
    public int extraNonceBytes() {
        return Math.min(EXTRA_NONCE_BYTES, blob.reservedBytes());
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

    /** The last eight bytes: xmr-node-proxy has a word for itself and one for each of its miners. */
    @Override
    public Optional<OpenBlock> openBlock(ExtraNonce extraNonce) {
        if (extraNonceBytes() < EXTRA_NONCE_BYTES) {
            return Optional.empty();
        }
        Octets block = Octets.of(blob.filled(checked(extraNonce), new byte[BlockBlob.NONCE_BYTES]));
        return Optional.of(new OpenBlock(block, blob.reservedOffset(), EXTRA_NONCE_BYTES, PROXY_BYTES));
    }

    @Override
    public Optional<OwnTemplates> ownTemplates() {
        return choosing.map(terms -> new MinersBlocks(this, terms));
    }

    private byte[] checked(ExtraNonce extraNonce) {
        if (extraNonce.octets().length() != extraNonceBytes()) {
            throw new IllegalArgumentException("the extra nonce has " + extraNonceBytes() + " bytes, not "
                    + extraNonce.octets().length());
        }
        return extraNonce.octets().toBytes();
    }
}

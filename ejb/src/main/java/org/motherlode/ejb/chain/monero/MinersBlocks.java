package org.motherlode.ejb.chain.monero;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.OwnTemplates;

/**
 * Judges a block that a miner's monerod made, against our template for the same place in the chain. Seed and difficulty
 * are always ours: what the miner says of them is only compared. What its transactions are is its own affair. One that the
 * network refuses spoils the block, which is no more than what any miner can do by keeping a block to itself.
 */
record MinersBlocks(MoneroTemplate ours, ChoosingTerms terms) implements OwnTemplates {
    /** As many as monero-pool gives, and XMRig asks its node for. */
    static final int EXTRA_NONCE_BYTES = 8;

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);
    private static final long LOCKED_BLOCKS = 60;
    /** No fees make a reward so much larger: a block that pays more is one that no node takes. */
    private static final BigInteger MOST_REWARDS = BigInteger.TEN;

    @Override
    public String payTo() {
        return terms.payTo();
    }

    @Override
    public int extraNonceBytes() {
        return EXTRA_NONCE_BYTES;
    }

    @Override
    public Judgement judge(Proposal proposal) {
        Optional<String> step = outOfStep(proposal);
        if (step.isPresent()) {
            return new Judgement.Unusable(step.get(), true);
        }
        if (proposal.difficulty().compareTo(ours.networkDifficulty()) < 0) {
            return new Judgement.Unusable("Low difficulty: " + proposal.difficulty());
        }
        try {
            return judge(proposal.block().toBytes(), proposal.extraNonce().octets());
        } catch (UnreadableBlobException e) {
            return new Judgement.Unusable("block template blob invalid: " + e.getMessage());
        }
    }

    /** What needs no look at the block, and happens to an honest miner whose node is behind or ahead of ours. */
    private Optional<String> outOfStep(Proposal proposal) {
        if (proposal.height() != ours.height()) {
            return Optional.of("Bad height: your node is at " + proposal.height() + ", the pool at " + ours.height());
        }
        if (!proposal.previousId().equalsIgnoreCase(ours.previousId())) {
            return Optional.of("Bad prev_hash: your node follows another block than the pool");
        }
        if (!proposal.seed().equalsIgnoreCase(ours.seed().hex())) {
            return Optional.of("Bad seed_hash: it is not that of this height");
        }
        return Optional.empty();
    }

    private Judgement judge(byte[] bytes, Octets extraNonce) throws UnreadableBlobException {
        MinerTransaction paying = BlockBlob.minerTransactionOf(bytes);
        ExtraField extra = ExtraField.read(Arrays.copyOfRange(bytes, paying.extraStart(), paying.prefixEnd()));
        if (!extra.nonce().equals(extraNonce)) {
            return new Judgement.Unusable("Bad extra_nonce: the block does not carry the one of this job");
        }
        BlockBlob block = BlockBlob.read(bytes, paying.extraStart() + extra.nonceOffset(), EXTRA_NONCE_BYTES);
        Optional<Judgement> wrong =
                elsewhere(block).or(() -> wrongAmount(paying)).or(() -> wrongKey(paying, extra));
        return wrong.orElseGet(() -> usable(block));
    }

    private Judgement usable(BlockBlob block) {
        return new Judgement.Usable(new MoneroTemplate(
                block, ours.networkDifficulty(), ours.seed(), ours.nextSeed(), ours.functions(), Optional.empty()));
    }

    private Optional<Judgement> elsewhere(BlockBlob block) {
        boolean same = block.previousId().hex().equals(ours.previousId())
                && block.minerTransaction().height() == ours.height()
                && block.majorVersion() == ours.blob().majorVersion();
        return same
                ? Optional.empty()
                : wrong("block template blob invalid: it is for another height, parent or version than it says");
    }

    private Optional<Judgement> wrongAmount(MinerTransaction paying) {
        if (paying.unlockTime() != ours.height() + LOCKED_BLOCKS
                || paying.outputs().size() != 1) {
            return wrong("block template blob invalid: it must have one output, locked for 60 blocks");
        }
        BigInteger full = ours.blob().minerTransaction().reward();
        BigInteger least = full.multiply(BigInteger.valueOf(terms.leastPercent()));
        BigInteger paid = paying.reward();
        if (paid.multiply(HUNDRED).compareTo(least) < 0 || paid.compareTo(full.multiply(MOST_REWARDS)) > 0) {
            // Its node may know of fewer transactions than ours.
            return Optional.of(new Judgement.Unusable(
                    "Bad amount: the block pays " + paid + " where the pool's own pays " + full, true));
        }
        return Optional.empty();
    }

    /** Costs more than all the rest, so it comes last. */
    private Optional<Judgement> wrongKey(MinerTransaction paying, ExtraField extra) {
        return terms.key().owns(extra.transactionKey(), paying.outputs().get(0))
                ? Optional.empty()
                : wrong("block template blob invalid: it does not pay the pool");
    }

    private static Optional<Judgement> wrong(String sentence) {
        return Optional.of(new Judgement.Unusable(sentence));
    }
}

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
        Optional<String> said = wronglySaid(proposal);
        if (said.isPresent()) {
            return new Judgement.Unusable(said.get());
        }
        try {
            return judge(proposal.block().toBytes(), proposal.extraNonce().octets());
        } catch (UnreadableBlobException e) {
            return new Judgement.Unusable("block template blob invalid: " + e.getMessage());
        }
    }

    /** What needs no look at the block. */
    private Optional<String> wronglySaid(Proposal proposal) {
        if (proposal.height() != ours.height()) {
            return Optional.of("Bad height: your node is at " + proposal.height() + ", the pool at " + ours.height());
        }
        if (!proposal.previousId().equalsIgnoreCase(ours.previousId())) {
            return Optional.of("Bad prev_hash: your node follows another block than the pool");
        }
        if (!proposal.seed().equalsIgnoreCase(ours.seed().hex())) {
            return Optional.of("Bad seed_hash: it is not that of this height");
        }
        return proposal.difficulty().compareTo(ours.networkDifficulty()) < 0
                ? Optional.of("Low difficulty: " + proposal.difficulty())
                : Optional.empty();
    }

    private Judgement judge(byte[] bytes, Octets extraNonce) throws UnreadableBlobException {
        MinerTransaction paying = BlockBlob.minerTransactionOf(bytes);
        ExtraField extra = ExtraField.read(Arrays.copyOfRange(bytes, paying.extraStart(), paying.prefixEnd()));
        if (!extra.nonce().equals(extraNonce)) {
            return new Judgement.Unusable("Bad extra_nonce: the block does not carry the one of this job");
        }
        BlockBlob block = BlockBlob.read(bytes, paying.extraStart() + extra.nonceOffset(), EXTRA_NONCE_BYTES);
        Optional<String> wrong = elsewhere(block).or(() -> wrongPay(paying, extra));
        if (wrong.isPresent()) {
            return new Judgement.Unusable(wrong.get());
        }
        return new Judgement.Usable(
                new MoneroTemplate(block, ours.networkDifficulty(), ours.seed(), ours.nextSeed(), Optional.empty()));
    }

    private Optional<String> elsewhere(BlockBlob block) {
        boolean same = block.previousId().hex().equals(ours.previousId())
                && block.minerTransaction().height() == ours.height()
                && block.majorVersion() == ours.blob().majorVersion();
        return same
                ? Optional.empty()
                : Optional.of("block template blob invalid: it is for another height, parent or version than it says");
    }

    private Optional<String> wrongPay(MinerTransaction paying, ExtraField extra) {
        if (paying.unlockTime() != ours.height() + LOCKED_BLOCKS
                || paying.outputs().size() != 1) {
            return Optional.of("block template blob invalid: it must have one output, locked for 60 blocks");
        }
        BigInteger full = ours.blob().minerTransaction().reward();
        BigInteger least = full.multiply(BigInteger.valueOf(terms.leastPercent()));
        BigInteger paid = paying.reward();
        if (paid.multiply(HUNDRED).compareTo(least) < 0 || paid.compareTo(full.multiply(MOST_REWARDS)) > 0) {
            return Optional.of("Bad amount: the block pays " + paid + " where the pool's own pays " + full);
        }
        return terms.key().owns(extra.transactionKey(), paying.outputs().get(0))
                ? Optional.empty()
                : Optional.of("block template blob invalid: it does not pay the pool");
    }
}

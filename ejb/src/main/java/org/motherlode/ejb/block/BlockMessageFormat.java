package org.motherlode.ejb.block;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.motherlode.ejb.queue.MessageFormat;
import org.motherlode.ejb.queue.MessageReader;
import org.motherlode.ejb.queue.MessageWriter;
import org.motherlode.ejb.queue.UnreadableMessageException;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A found block as a message, format 1. */
final class BlockMessageFormat implements MessageFormat<BlockMessage> {
    private static final MessageReader.Header HEADER = new MessageReader.Header("found block", 0x6d6c626b, 1);

    @Override
    public byte[] write(BlockMessage message) {
        MessageWriter out = HEADER.writer();
        FoundBlock found = message.found();
        out.text(message.asset().code());
        out.count(message.asset().decimals());
        out.text(found.pool().text());
        out.count(found.watermark().node());
        out.number(found.watermark().epoch());
        out.number(found.watermark().sequence());
        out.instant(found.foundAt());
        out.text(found.finder().text());
        out.text(found.worker());
        out.whole(found.networkDifficulty().value());
        out.number(found.block().ref().height());
        out.text(found.block().ref().id());
        out.octets(found.block().bytes());
        out.flag(found.block().reward().isPresent());
        out.whole(found.block().reward().map(Money::atoms).orElse(BigInteger.ZERO));
        return out.toBytes();
    }

    @Override
    public BlockMessage read(byte[] bytes) throws UnreadableMessageException {
        return MessageReader.read(bytes, HEADER, BlockMessageFormat::message);
    }

    private static BlockMessage message(MessageReader in) {
        Asset asset = new Asset(in.text(), in.count());
        PoolName pool = new PoolName(in.text());
        ShareNumber watermark = new ShareNumber(in.count(), in.number(), in.number());
        Instant foundAt = in.instant();
        MinerAddress finder = new MinerAddress(in.text());
        String worker = in.text();
        Difficulty difficulty = new Difficulty(in.whole());
        SealedBlock block = block(in, asset);
        return new BlockMessage(new FoundBlock(pool, watermark, foundAt, finder, worker, difficulty, block), asset);
    }

    private static SealedBlock block(MessageReader in, Asset asset) {
        BlockRef ref = new BlockRef(in.number(), in.text());
        var bytes = in.octets();
        boolean hasReward = in.flag();
        Money reward = new Money(in.whole(), asset);
        return new SealedBlock(ref, bytes, hasReward ? Optional.of(reward) : Optional.empty());
    }
}

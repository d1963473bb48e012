package org.motherlode.ejb.share;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.motherlode.ejb.queue.MessageFormat;
import org.motherlode.ejb.queue.MessageReader;
import org.motherlode.ejb.queue.MessageWriter;
import org.motherlode.ejb.queue.UnreadableMessageException;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/** A batch of shares as a message, format 1. A share's number is not written: it follows from its place. */
final class ShareBatchFormat implements MessageFormat<ShareBatch> {
    private static final MessageReader.Header HEADER = new MessageReader.Header("share batch", 0x6d6c7368, 1);

    @Override
    public byte[] write(ShareBatch batch) {
        MessageWriter out = HEADER.writer();
        out.number(batch.id().getMostSignificantBits());
        out.number(batch.id().getLeastSignificantBits());
        out.count(batch.node());
        out.number(batch.epoch());
        out.number(batch.previousEpoch());
        out.number(batch.lastSequence());
        out.instant(batch.closedAt());
        out.count(batch.shares().size());
        batch.shares().forEach(share -> write(out, share));
        out.count(batch.refused().size());
        batch.refused().forEach(refused -> write(out, refused));
        return out.toBytes();
    }

    @Override
    public ShareBatch read(byte[] bytes) throws UnreadableMessageException {
        return MessageReader.read(bytes, HEADER, ShareBatchFormat::batch);
    }

    private static void write(MessageWriter out, AcceptedShare share) {
        out.text(share.pool().text());
        out.text(share.miner().text());
        out.text(share.worker());
        out.whole(share.difficulty().value());
        out.number(share.height());
        out.instant(share.acceptedAt());
        out.octets(share.hash().octets());
    }

    private static void write(MessageWriter out, RefusedCount refused) {
        out.text(refused.pool().text());
        out.text(refused.miner().text());
        out.text(refused.worker());
        out.text(refused.why().name());
        out.number(refused.count());
    }

    private static ShareBatch batch(MessageReader in) {
        UUID id = new UUID(in.number(), in.number());
        ShareNumber life = new ShareNumber(in.count(), in.number(), 1);
        long previousEpoch = in.number();
        long lastSequence = in.number();
        var closedAt = in.instant();
        int size = in.length();
        List<AcceptedShare> shares = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            shares.add(share(in, new ShareNumber(life.node(), life.epoch(), lastSequence - size + i + 1)));
        }
        int reasons = in.length();
        List<RefusedCount> refused = new ArrayList<>(reasons);
        for (int i = 0; i < reasons; i++) {
            refused.add(refused(in));
        }
        return new ShareBatch(id, life.node(), life.epoch(), previousEpoch, lastSequence, closedAt, shares, refused);
    }

    private static AcceptedShare share(MessageReader in, ShareNumber number) {
        return new AcceptedShare(
                number,
                new PoolName(in.text()),
                new MinerAddress(in.text()),
                in.text(),
                new Difficulty(in.whole()),
                in.number(),
                in.instant(),
                new Hash(in.octets()));
    }

    private static RefusedCount refused(MessageReader in) {
        return new RefusedCount(
                new PoolName(in.text()),
                new MinerAddress(in.text()),
                in.text(),
                ShareRefusal.valueOf(in.text()),
                in.number());
    }
}

package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockAudit.Standing;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.audit.MerkleTree;
import org.motherlode.model.audit.WeightsDigest;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.chain.ChainId;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A block as a server would have divided it, and what it would tell of it. */
record Divided(BlockAudit audit, List<AuditLine> lines) {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Asset XMR = new Asset("XMR", 12);

    /** @param difficulties of shares, oldest first; each is accepted a second after the one before */
    record Mined(List<String> miners, List<BigInteger> difficulties, BigInteger network) {}

    static Divided of(Mined mined, SchemeTerms terms, Optional<BigInteger> reward) {
        BigInteger size = terms.windowSize(new Difficulty(mined.network()));
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        BigInteger room = size;
        Optional<BlockAudit.Edge> edge = Optional.empty();
        for (int share = mined.miners().size(); share > 0 && room.signum() > 0; share--) {
            BigInteger counted = mined.difficulties().get(share - 1).min(room);
            room = room.subtract(counted);
            weights.merge(mined.miners().get(share - 1), counted, BigInteger::add);
            edge = Optional.of(new BlockAudit.Edge(place(share), counted));
        }
        Window window = Window.ofSums(weights, size);
        Optional<Allotment> allotment = reward.map(atoms -> Allotment.of(new Money(atoms, XMR), window, terms));
        BlockAudit audit = new BlockAudit(
                new PoolName("monero"),
                new ChainId("monero"),
                XMR,
                new BlockAudit.Block(
                        7, 100, "ab12", BlockState.IMMATURE, "4amy", NOON, mined.network(), reward, Optional.empty()),
                terms,
                new BlockAudit.Window(
                        size,
                        window.filled(),
                        place(Math.max(1, mined.miners().size())),
                        edge,
                        weights.size(),
                        WeightsDigest.of(weights)),
                allotment.map(parts -> new BlockAudit.Division(
                        "allot",
                        Standing.IMMATURE,
                        parts.reward().atoms(),
                        parts.fee().atoms(),
                        parts.carry().atoms())),
                false);
        return new Divided(audit, lines(audit, weights, allotment));
    }

    private static List<AuditLine> lines(
            BlockAudit audit, SortedMap<String, BigInteger> weights, Optional<Allotment> allotment) {
        List<AuditLine> lines = new ArrayList<>();
        weights.forEach((owner, weight) -> lines.add(AuditLine.of(
                owner,
                weight,
                allotment
                        .map(parts -> parts.credits().getOrDefault(owner, BigInteger.ZERO))
                        .orElse(BigInteger.ZERO),
                audit.shared())));
        return lines;
    }

    private static BlockAudit.Place place(int share) {
        return new BlockAudit.Place(NOON.plusSeconds(share), new ShareNumber(1, 9, share));
    }

    Paper whole() {
        return Paper.of(JsonSink.text(sink -> BlockBundle.write(audit, lines::forEach, sink)));
    }

    Paper line(int index) {
        MerkleTree tree = MerkleTree.of(lines.stream().map(AuditLine::leaf).toList());
        LineAudit line = new LineAudit(audit, lines.get(index), index, tree.path(index), tree.root());
        return Paper.of(JsonSink.text(sink -> BlockBundle.write(line, sink)));
    }

    /** The shares as the documented SQL exports them. */
    static String csv(Mined mined) {
        StringBuilder csv = new StringBuilder(ShareList.HEADER).append('\n');
        for (int share = mined.miners().size(); share > 0; share--) {
            csv.append(NOON.plusSeconds(share).toString().replace("Z", ".000000Z"))
                    .append(",1,9,")
                    .append(share)
                    .append(',')
                    .append(mined.miners().get(share - 1))
                    .append(',')
                    .append(mined.difficulties().get(share - 1))
                    .append('\n');
        }
        return csv.toString();
    }
}

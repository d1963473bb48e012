package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;
import org.motherlode.model.reward.WindowLength;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A block as a server would have divided it, and what it would tell of it. */
record Divided(BlockAudit audit, List<AuditLine> lines) {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Asset XMR = new Asset("XMR", 12);

    /** @param difficulties of shares, oldest first; each is accepted a second after the one before */
    record Mined(List<String> miners, List<BigInteger> difficulties, BigInteger network) {
        /** One of the miners, or somebody whose own share was lost. */
        String finder() {
            return miners.size() % 2 == 0 ? "4amy" : miners.get(miners.size() - 1);
        }

        /** The place of the share that ended the round before; 0 if there was none. */
        int previous() {
            return miners.size() / 3;
        }
    }

    /** @param counted of each share, the newest first, as far as the window goes back */
    private record Frozen(Window window, BlockAudit.Unit unit, List<BigInteger> counted) {
        Optional<BlockAudit.Edge> edge(int newest) {
            return counted.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new BlockAudit.Edge(place(newest - counted.size() + 1), counted.get(counted.size() - 1)));
        }
    }

    private static Frozen frozen(Mined mined, Scheme scheme) {
        return scheme.fold(
                pplns -> pplns.length().fold(percent -> byWork(mined, percent), last -> byShares(mined, last)),
                prop -> {
                    List<BigInteger> counted = newest(mined, mined.miners().size() - mined.previous());
                    return new Frozen(
                            Window.ofRound(mined.finder(), weights(mined, counted)), BlockAudit.Unit.WORK, counted);
                },
                solo -> new Frozen(Window.ofFinder(mined.finder()), BlockAudit.Unit.SHARES, List.of()));
    }

    private static Frozen byWork(Mined mined, WindowLength.Percent length) {
        BigInteger size = length.size(new Difficulty(mined.network()));
        List<BigInteger> counted = new ArrayList<>();
        BigInteger room = size;
        for (BigInteger difficulty : newest(mined, mined.miners().size())) {
            if (room.signum() > 0) {
                counted.add(difficulty.min(room));
                room = room.subtract(difficulty.min(room));
            }
        }
        return new Frozen(Window.ofWork(mined.finder(), weights(mined, counted), size), BlockAudit.Unit.WORK, counted);
    }

    private static Frozen byShares(Mined mined, WindowLength.Shares length) {
        int there = Math.min(length.shares(), mined.miners().size());
        List<BigInteger> counted = newest(mined, there);
        return new Frozen(
                Window.ofShares(mined.finder(), weights(mined, counted), there, length.shares()),
                BlockAudit.Unit.SHARES,
                counted);
    }

    private static List<BigInteger> newest(Mined mined, int shares) {
        List<BigInteger> newest = new ArrayList<>(mined.difficulties());
        Collections.reverse(newest);
        return newest.subList(0, shares);
    }

    private static SortedMap<String, BigInteger> weights(Mined mined, List<BigInteger> counted) {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        for (int share = 0; share < counted.size(); share++) {
            weights.merge(mined.miners().get(mined.miners().size() - 1 - share), counted.get(share), BigInteger::add);
        }
        return weights;
    }

    static Divided of(Mined mined, SchemeTerms terms, Optional<BigInteger> reward) {
        Frozen frozen = frozen(mined, terms.scheme());
        Window window = frozen.window();
        SortedMap<String, BigInteger> weights = window.weights();
        Optional<BlockAudit.Previous> previous = Optional.of(mined.previous())
                .filter(share -> share > 0 && terms.scheme() instanceof Prop)
                .map(share -> new BlockAudit.Previous(6, place(share)));
        Optional<Allotment> allotment = reward.map(atoms -> Allotment.of(new Money(atoms, XMR), window, terms));
        BlockAudit audit = new BlockAudit(
                new PoolName("monero"),
                new ChainId("monero"),
                XMR,
                new BlockAudit.Block(
                        7,
                        100,
                        "ab12",
                        BlockState.IMMATURE,
                        mined.finder(),
                        NOON,
                        mined.network(),
                        reward,
                        Optional.empty()),
                terms,
                new BlockAudit.Window(
                        new BlockAudit.Extent(frozen.unit(), window.size(), window.filled(), previous),
                        weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add),
                        place(Math.max(1, mined.miners().size())),
                        frozen.edge(mined.miners().size()),
                        owners(weights, allotment).size(),
                        WeightsDigest.of(weights)),
                allotment.map(Divided::division),
                false);
        return new Divided(audit, lines(audit, weights, allotment));
    }

    private static BlockAudit.Division division(Allotment parts) {
        return new BlockAudit.Division(
                "allot",
                Standing.IMMATURE,
                parts.reward().atoms(),
                parts.fee().atoms(),
                parts.carry().atoms(),
                new BlockAudit.Gifts(parts.donation().atoms(), parts.bonus().atoms()));
    }

    private static List<AuditLine> lines(
            BlockAudit audit, SortedMap<String, BigInteger> weights, Optional<Allotment> allotment) {
        List<AuditLine> lines = new ArrayList<>();
        owners(weights, allotment)
                .forEach(owner -> lines.add(AuditLine.of(
                        owner,
                        weights.getOrDefault(owner, BigInteger.ZERO),
                        allotment
                                .map(parts -> parts.credits().getOrDefault(owner, BigInteger.ZERO))
                                .orElse(BigInteger.ZERO),
                        audit.shared())));
        return lines;
    }

    private static SortedSet<String> owners(SortedMap<String, BigInteger> weights, Optional<Allotment> allotment) {
        SortedSet<String> owners = new TreeSet<>(weights.keySet());
        allotment.ifPresent(parts -> owners.addAll(parts.credits().keySet()));
        return owners;
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

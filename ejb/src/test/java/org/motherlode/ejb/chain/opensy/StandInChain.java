package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.motherlode.model.bytes.Octets;

/** The blocks that the stand-in knows, which of them are the best chain, and whether one more may join. */
final class StandInChain {
    private static final int MEDIAN_OF = 11;
    private static final long MOST_AHEAD_SECONDS = 7_200;
    private static final int LEAST_VERSION = 4;

    private final StandInRules rules;
    private final StandInPow pow;
    private final LongSupplier clock;
    private final Map<String, StandInEntry> known = new LinkedHashMap<>();
    private final Set<String> invalid = new HashSet<>();
    private final StandInPool pool = new StandInPool();
    private List<StandInEntry> best = new ArrayList<>();
    private long changes;

    /** @param clock seconds since 1970 */
    StandInChain(StandInRules rules, StandInPow pow, LongSupplier clock) {
        this.rules = rules;
        this.pow = pow;
        this.clock = clock;
        plant(rules.genesisId(), 0, rules.genesisTime());
    }

    StandInRules rules() {
        return rules;
    }

    StandInPool pool() {
        return pool;
    }

    synchronized long changes() {
        return changes;
    }

    /** For tests that begin in the middle: the best chain has this block, of which nothing else is known. Heights may be left out. */
    synchronized void plant(String id, long height, long time) {
        StandInEntry entry =
                new StandInEntry(id, best.isEmpty() ? "00".repeat(32) : tip().id(), height, time, Optional.empty());
        known.put(id, entry);
        best.add(entry);
        changed();
    }

    synchronized StandInEntry tip() {
        return best.get(best.size() - 1);
    }

    synchronized Optional<StandInEntry> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    synchronized Optional<StandInEntry> at(long height) {
        return best.stream().filter(entry -> entry.height() == height).findFirst();
    }

    synchronized List<StandInEntry> best() {
        return List.copyOf(best);
    }

    /** Negative where it is not on the best chain. */
    synchronized long confirmations(StandInEntry entry) {
        return best.contains(entry) ? tip().height() - entry.height() + 1 : -1;
    }

    long now() {
        return clock.getAsLong();
    }

    /** Above this the time of the next block must be. */
    synchronized long medianTime(StandInEntry of) {
        List<Long> times = new ArrayList<>();
        for (Optional<StandInEntry> entry = Optional.of(of);
                entry.isPresent() && times.size() < MEDIAN_OF;
                entry = find(entry.get().parent())) {
            times.add(entry.get().time());
        }
        times.sort(Long::compare);
        return times.get(times.size() / 2);
    }

    /** The node's word on a block; empty if it is the new best one. */
    synchronized Optional<String> submit(byte[] bytes) throws UnreadableBytesException {
        Block block = Block.read(bytes);
        String id = Header.id(block.header().toBytes());
        if (known.containsKey(id)) {
            return Optional.of(invalid.contains(id) ? "duplicate-invalid" : "duplicate");
        }
        Optional<String> objection = objection(block, true);
        if (objection.isPresent()) {
            return objection;
        }
        String parent = BlockHash.text(block.header().previous().toBytes());
        long height = Objects.requireNonNull(known.get(parent)).height() + 1;
        StandInEntry entry = new StandInEntry(id, parent, height, block.header().time(), Optional.of(Octets.of(bytes)));
        if (height <= tip().height()) {
            known.put(id, entry);
            return Optional.of("inconclusive");
        }
        Optional<String> payment = overpaid(block, height);
        known.put(id, entry);
        if (payment.isPresent()) {
            invalid.add(id);
            return payment;
        }
        connect(entry);
        return Optional.empty();
    }

    /** The same of a proposal, whose proof of work is not asked for. */
    synchronized Optional<String> proposed(byte[] bytes) throws UnreadableBytesException {
        Block block = Block.read(bytes);
        if (!BlockHash.text(block.header().previous().toBytes()).equals(tip().id())) {
            return Optional.of("inconclusive-not-best-prevblk");
        }
        return objection(block, false).or(() -> overpaid(block, tip().height() + 1));
    }

    /** Takes a block of the best chain, and all on top of it, away for good. */
    synchronized void invalidate(String id) {
        int from = best.indexOf(Objects.requireNonNull(known.get(id)));
        best.subList(from, best.size()).forEach(entry -> invalid.add(entry.id()));
        best = new ArrayList<>(best.subList(0, from));
        changed();
    }

    private Optional<String> objection(Block block, boolean work) {
        Optional<String> body = StandInChecks.body(block);
        if (body.isPresent()) {
            return body;
        }
        StandInEntry parent = known.get(BlockHash.text(block.header().previous().toBytes()));
        if (parent == null) {
            return Optional.of("prev-blk-not-found");
        }
        return header(block.header(), parent, work).or(() -> context(block, parent.height() + 1));
    }

    private Optional<String> header(Header header, StandInEntry parent, boolean work) {
        if (header.bits().bits() != rules.bits(parent.time(), header.time()).bits()) {
            return Optional.of("bad-diffbits");
        }
        if (work && !StandInChecks.isEnough(pow.of(key(parent), header.toBytes()), header.bits())) {
            return Optional.of("high-hash-randomx");
        }
        if (header.time() <= medianTime(parent)) {
            return Optional.of("time-too-old");
        }
        if (header.time() > now() + MOST_AHEAD_SECONDS) {
            return Optional.of("time-too-new");
        }
        return header.version() < LEAST_VERSION
                ? Optional.of(String.format("bad-version(0x%08x)", header.version()))
                : Optional.empty();
    }

    private static Optional<String> context(Block block, long height) {
        return StandInChecks.beginsWithHeight(block, height)
                ? StandInChecks.witness(block)
                : Optional.of("bad-cb-height");
    }

    /** The key of a child of this block: the id of an ancestor, in the order in which headers have it. */
    byte[] key(StandInEntry parent) {
        long height = parent.height() + 1;
        long wanted = height / 32 * 32 - 32;
        StandInEntry entry = parent;
        while (entry.height() > Math.max(wanted, 0)) {
            entry = Objects.requireNonNull(known.get(entry.parent()));
        }
        return BlockHash.bytes(entry.id());
    }

    private Optional<String> overpaid(Block block, long height) {
        long most = rules.subsidy(height);
        List<Transaction> rest =
                block.transactions().subList(1, block.transactions().size());
        for (Transaction transaction : rest) {
            Optional<Long> fee = pool.fee(transaction.id());
            if (fee.isEmpty()) {
                return Optional.of("bad-txns-inputs-missingorspent");
            }
            most += fee.get();
        }
        return block.reward() > most ? Optional.of("bad-cb-amount") : Optional.empty();
    }

    /** Also where it is the tip of another branch, which then is the best chain. */
    private void connect(StandInEntry entry) {
        List<StandInEntry> branch = new ArrayList<>();
        StandInEntry next = entry;
        while (!best.contains(next)) {
            branch.add(0, next);
            next = Objects.requireNonNull(known.get(next.parent()));
        }
        best = new ArrayList<>(best.subList(0, best.indexOf(next) + 1));
        best.addAll(branch);
        branch.forEach(joined -> joined.block().ifPresent(pool::mined));
        changed();
    }

    private void changed() {
        changes++;
        notifyAll();
    }

    /** Until something has changed since, or the time is up. */
    synchronized void awaitChange(long since, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + millis * 1_000_000;
        while (changes == since && System.nanoTime() < deadline) {
            wait(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        }
    }
}

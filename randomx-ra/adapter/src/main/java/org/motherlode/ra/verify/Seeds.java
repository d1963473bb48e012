package org.motherlode.ra.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;

/**
 * Tells each hasher which seeds the pools need: the current ones of all pools first, then the next, then the previous. Where a
 * pool's work turns to another function, the one before keeps its seed for as long as late shares and rival blocks of the old
 * work may come; a function that no pool needs any more is released.
 */
public final class Seeds {
    private static final Logger LOG = Logger.getLogger(Seeds.class);
    private static final int MOST = 3;

    /** What a pool's work asked for up to this height, when it asked for another function. */
    private record Former(PowId pow, Seed seed, long height) {}

    private record Need(
            PowId pow,
            Seed current,
            Optional<Seed> next,
            Optional<Seed> previous,
            long height,
            Optional<Former> former) {
        private Former asFormer() {
            return new Former(pow, current, height);
        }
    }

    private final Hashers hashers;
    private final Map<PoolName, Need> needs = new TreeMap<>();
    private final Map<PowId, List<Seed>> kept = new LinkedHashMap<>();
    private final Map<PowId, List<PoolName>> lacking = new HashMap<>();
    private final Consumer<Runnable> slowly;

    /** {@code slowly}: does one after the other what may take long. */
    public Seeds(Hashers hashers, Consumer<Runnable> slowly) {
        this.hashers = hashers;
        this.slowly = slowly;
    }

    /**
     * Sees to it that this pool's template can be verified soon; the building itself goes on in the background. Its function must
     * be open.
     *
     * @param lateBlocks for how many blocks what was mined before may still be looked at
     */
    public synchronized void need(PoolName pool, BlockTemplate template, int lateBlocks) {
        Optional<Need> known = Optional.ofNullable(needs.get(pool));
        Optional<Need> before = known.filter(need -> need.pow().equals(template.pow()));
        Optional<Seed> previous = before.flatMap(
                need -> need.current().equals(template.seed()) ? need.previous() : Optional.of(need.current()));
        Optional<Former> former = before.map(Need::former)
                .orElseGet(() -> known.map(Need::asFormer))
                .filter(old -> template.height() - old.height() <= lateBlocks);
        needs.put(
                pool,
                new Need(template.pow(), template.seed(), template.nextSeed(), previous, template.height(), former));
        keep(template.pow());
        known.map(Need::pow).ifPresent(this::keep);
        known.flatMap(Need::former).map(Former::pow).ifPresent(this::keep);
    }

    /** The pool was stopped: the places that it had are free for others. */
    public synchronized void forget(PoolName pool) {
        Optional.ofNullable(needs.remove(pool)).ifPresent(need -> {
            keep(need.pow());
            need.former().map(Former::pow).ifPresent(this::keep);
        });
    }

    private void keep(PowId pow) {
        List<Seed> wanted = wanted(pow);
        if (wanted.isEmpty()) {
            release(pow);
        } else if (!wanted.equals(kept.put(pow, wanted))) {
            hashers.find(pow).ifPresent(hasher -> hasher.keep(wanted));
        }
    }

    private void release(PowId pow) {
        kept.remove(pow);
        hashers.release(pow);
        slowly.accept(() -> {
            try {
                hashers.closeReleased();
            } finally {
                keepOnceMore();
            }
        });
    }

    /** What found no memory may find some now: others have given theirs back, of this process or of the machine. */
    public synchronized void keepOnceMore() {
        kept.forEach((pow, seeds) -> hashers.find(pow).ifPresent(hasher -> hasher.keep(seeds)));
    }

    public boolean isReady(BlockTemplate template) {
        return hashers.find(template.pow())
                .filter(hasher -> hasher.isReady(template.seed()))
                .isPresent();
    }

    private List<Seed> wanted(PowId pow) {
        List<Need> same =
                needs.values().stream().filter(need -> need.pow().equals(pow)).toList();
        Set<Seed> all = new LinkedHashSet<>();
        same.forEach(need -> all.add(need.current()));
        tellWhoLacks(pow, all.stream().limit(MOST).toList());
        Stream.concat(same.stream().map(Need::next), same.stream().map(Need::previous))
                .flatMap(Optional::stream)
                .forEach(all::add);
        needs.values().stream()
                .flatMap(need -> need.former().stream())
                .filter(former -> former.pow().equals(pow))
                .forEach(former -> all.add(former.seed()));
        return all.stream().limit(MOST).toList();
    }

    /** Each time it changes: this is asked for again and again while a template waits for its seed. */
    private void tellWhoLacks(PowId pow, List<Seed> places) {
        List<PoolName> without = needs.entrySet().stream()
                .filter(need -> need.getValue().pow().equals(pow)
                        && !places.contains(need.getValue().current()))
                .map(Map.Entry::getKey)
                .toList();
        if (!without.equals(lacking.put(pow, without)) && !without.isEmpty()) {
            LOG.warnf("%s: only %d seeds can be kept at once, so these pools get no new work: %s", pow, MOST, without);
        }
    }

    /** How many functions verify with the full dataset at this moment what the pools work on. */
    public synchronized int fast() {
        return (int) kept.entrySet().stream()
                .filter(seeds ->
                        seeds.getValue().stream().limit(1).anyMatch(current -> hashers.isFast(seeds.getKey(), current)))
                .count();
    }

    /** How many seeds have a full dataset at this moment, those that are prepared ahead among them. */
    public synchronized int datasets() {
        return kept.entrySet().stream()
                .mapToInt(seeds -> (int) seeds.getValue().stream()
                        .filter(seed -> hashers.isFast(seeds.getKey(), seed))
                        .count())
                .sum();
    }
}

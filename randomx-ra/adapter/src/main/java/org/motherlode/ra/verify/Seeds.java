package org.motherlode.ra.verify;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.Seed;

/** Tells each hasher which seeds the pools need: the current ones of all pools first, then the next, then the previous. */
public final class Seeds {
    private static final Logger LOG = Logger.getLogger(Seeds.class);
    private static final int MOST = 3;

    private record Need(PowId pow, Seed current, Optional<Seed> next, Optional<Seed> previous) {}

    private final Hashers hashers;
    private final Map<PoolName, Need> needs = new TreeMap<>();
    private final Map<PowId, List<Seed>> kept = new LinkedHashMap<>();
    private final Map<PowId, List<PoolName>> lacking = new HashMap<>();

    public Seeds(Hashers hashers) {
        this.hashers = hashers;
    }

    /** Sees to it that this pool's template can be verified soon; the building itself goes on in the background. */
    public synchronized void need(PoolName pool, BlockTemplate template) {
        Optional<Need> before =
                Optional.ofNullable(needs.get(pool)).filter(need -> need.pow().equals(template.pow()));
        Optional<Seed> previous = before.flatMap(
                need -> need.current().equals(template.seed()) ? need.previous() : Optional.of(need.current()));
        needs.put(pool, new Need(template.pow(), template.seed(), template.nextSeed(), previous));
        keep(template.pow());
    }

    /** The pool was stopped: the places that it had are free for others. */
    public synchronized void forget(PoolName pool) {
        Optional.ofNullable(needs.remove(pool)).ifPresent(need -> keep(need.pow()));
    }

    private void keep(PowId pow) {
        List<Seed> wanted = wanted(pow);
        if (!wanted.equals(kept.put(pow, wanted))) {
            hashers.get(pow).keep(wanted);
        }
    }

    public boolean isReady(BlockTemplate template) {
        return hashers.get(template.pow()).isReady(template.seed());
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
}

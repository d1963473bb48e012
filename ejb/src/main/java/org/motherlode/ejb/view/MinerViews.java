package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.WorkerView;

/** Puts a miner's view together. */
final class MinerViews {
    private final WorkRows work;
    private final RefusalRows refusals;
    private final MoneyRows money;
    private final BlockRows blocks;
    private final ViewBounds bounds;
    private final InstantSource clock;

    MinerViews(Reads reads, ViewBounds bounds, InstantSource clock) {
        this.work = new WorkRows(reads);
        this.refusals = new RefusalRows(reads);
        this.money = new MoneyRows(reads);
        this.blocks = new BlockRows(reads);
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Empty for an address that never had a share or a credit and is not connected. */
    Optional<MinerView> of(MinerKey miner, Asset asset, Set<String> online) {
        Optional<Instant> last = work.lastShare(miner);
        Map<AccountKind, Money> balances = money.balances(miner, asset);
        if (last.isEmpty() && balances.isEmpty() && online.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Instant since = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(1));
        List<WorkerWork> workers = work.workers(miner, since, now, bounds.workers());
        Map<String, Map<ShareRefusal, Long>> refused = refusals.since(miner, since);
        Money none = Money.zero(asset);
        return Optional.of(new MinerView(
                miner.address(),
                workers.stream().findFirst().map(WorkerWork::allHashrate).orElse(BigInteger.ZERO),
                workers.stream().findFirst().map(WorkerWork::allShares).orElse(0L),
                refused.values().stream().mapToLong(MinerViews::count).sum(),
                blocks.foundBy(miner),
                balances.getOrDefault(AccountKind.MINER_IMMATURE, none),
                balances.getOrDefault(AccountKind.MINER_PAYABLE, none),
                balances.getOrDefault(AccountKind.MINER_RESERVED, none),
                money.paid(miner, asset),
                last,
                joined(workers, refused, online)));
    }

    /** Workers with shares first, then those that are only connected or only had refused shares. */
    private List<WorkerView> joined(
            List<WorkerWork> workers, Map<String, Map<ShareRefusal, Long>> refused, Set<String> online) {
        Map<String, WorkerView> views = new LinkedHashMap<>();
        for (WorkerWork one : workers) {
            views.put(
                    one.name(),
                    new WorkerView(
                            one.name(),
                            one.hashrate(),
                            one.shares(),
                            refused.getOrDefault(one.name(), Map.of()),
                            Optional.of(one.lastShareAt()),
                            online.contains(one.name())));
        }
        Set<String> others = new LinkedHashSet<>(online);
        others.addAll(refused.keySet());
        for (String name : others) {
            views.computeIfAbsent(name, any -> idle(name, refused, online));
        }
        return new ArrayList<>(views.values()).subList(0, Math.min(views.size(), bounds.workers()));
    }

    private static WorkerView idle(String name, Map<String, Map<ShareRefusal, Long>> refused, Set<String> online) {
        return new WorkerView(
                name,
                BigInteger.ZERO,
                0,
                refused.getOrDefault(name, Map.of()),
                Optional.empty(),
                online.contains(name));
    }

    private static long count(Map<ShareRefusal, Long> reasons) {
        return reasons.values().stream().mapToLong(Long::longValue).sum();
    }
}

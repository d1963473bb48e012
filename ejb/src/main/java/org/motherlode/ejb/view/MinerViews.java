package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    private final DayRows days;
    private final RefusalRows refusals;
    private final MoneyRows money;
    private final BlockRows blocks;
    private final ViewBounds bounds;
    private final InstantSource clock;

    MinerViews(Reads reads, Queries queries, ViewBounds bounds, InstantSource clock) {
        this.work = new WorkRows(reads);
        this.days = new DayRows(queries);
        this.refusals = new RefusalRows(queries);
        this.money = new MoneyRows(queries);
        this.blocks = new BlockRows(reads, queries);
        this.bounds = bounds;
        this.clock = clock;
    }

    /** Empty for an address that never had a share or a credit and is not connected. */
    Optional<MinerView> of(MinerKey miner, Asset asset, Set<String> online) {
        ShareTotals totals = days.totals(miner);
        Map<AccountKind, Money> balances = money.balances(miner, asset);
        if (totals.shares() == 0 && balances.isEmpty() && online.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        LocalDate from = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(bounds.days() - 1L);
        Money none = Money.zero(asset);
        return Optional.of(new MinerView(
                miner.address(),
                work.hashrate(miner, now),
                totals.shares(),
                refusals.ofAll(miner),
                blocks.foundBy(miner),
                balances.getOrDefault(AccountKind.MINER_IMMATURE, none),
                balances.getOrDefault(AccountKind.MINER_PAYABLE, none),
                balances.getOrDefault(AccountKind.MINER_RESERVED, none),
                money.paid(miner, asset),
                totals.firstDay(),
                totals.lastAt(),
                days.days(miner, from, bounds.days()),
                workers(miner, online, now),
                Optional.empty()));
    }

    /** Workers with shares first, then those that are only connected or only had refused shares. */
    private List<WorkerView> workers(MinerKey miner, Set<String> online, Instant now) {
        Map<String, Map<ShareRefusal, Long>> refused = refusals.byWorker(miner);
        Map<String, BigInteger> hashrates = work.hashrates(miner, now);
        Map<String, WorkerView> views = new LinkedHashMap<>();
        for (WorkerShares one : days.workers(miner, bounds.workers())) {
            views.put(
                    one.name(),
                    new WorkerView(
                            one.name(),
                            hashrates.getOrDefault(one.name(), BigInteger.ZERO),
                            one.shares(),
                            refused.getOrDefault(one.name(), Map.of()),
                            Optional.of(one.lastAt()),
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
}

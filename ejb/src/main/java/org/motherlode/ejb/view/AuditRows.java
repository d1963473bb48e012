package org.motherlode.ejb.view;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.motherlode.ejb.database.Values;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.ledger.Account;
import org.motherlode.model.ledger.AccountKind;
import org.motherlode.model.ledger.Transfer;
import org.motherlode.model.pool.OpenPool;
import org.motherlode.model.pool.PoolName;

/**
 * Frozen windows and what the ledger posted by them. The rows are never changed once they are there, so a list that is read
 * in portions is the same as one that is read at once.
 */
final class AuditRows {
    private static final String WEIGHTS = "(SELECT owner, weight FROM block_weight WHERE block = ? AND owner > ?"
            + " ORDER BY owner LIMIT ?) UNION ALL SELECT g.owner, 0 FROM unnest(?::text[] COLLATE \"C\") g (owner)"
            + " WHERE g.owner > ? ORDER BY owner LIMIT ?";

    private static final String WEIGHT = "SELECT owner, weight FROM block_weight WHERE block = ? AND owner = ?";

    private final Reads reads;
    private final int portion;

    AuditRows(Reads reads, int portion) {
        this.reads = reads;
        this.portion = portion;
    }

    Optional<BlockAudit> block(OpenPool pool, long id) {
        return reads
                .list(
                        DividedBlock.SQL,
                        row -> DividedBlock.read(row, pool),
                        pool.name().text(),
                        id)
                .stream()
                .findFirst()
                .map(divided -> divided.audit(this::posted))
                .map(audit -> audit.with(audit.window().owners() + gifted(audit).size()));
    }

    /** What an event moved from the pool's immature coins to one of its accounts; none is nothing. */
    private BigInteger posted(PoolName pool, String event, AccountKind to) {
        UUID id = Transfer.id(event, Account.of(pool, AccountKind.IMMATURE), Account.of(pool, to));
        return amounts(List.of(id)).getOrDefault(id, BigInteger.ZERO);
    }

    /** Portion by portion, so that no query is long and none waits for whoever takes the lines. */
    void lines(BlockAudit audit, Consumer<AuditLine> taker) {
        String[] gifted = gifted(audit).toArray(String[]::new);
        String last = "";
        List<Weight> weights;
        do {
            weights = reads.list(WEIGHTS, Weight::read, audit.block().id(), last, portion, gifted, last, portion);
            lines(audit, weights).forEach(taker);
            last = weights.isEmpty() ? last : weights.get(weights.size() - 1).owner();
        } while (weights.size() == portion);
    }

    Optional<AuditLine> line(BlockAudit audit, String owner) {
        List<Weight> weight = gifted(audit).contains(owner)
                ? List.of(new Weight(owner, BigInteger.ZERO))
                : reads.list(WEIGHT, Weight::read, audit.block().id(), owner);
        return lines(audit, weight).stream().findFirst();
    }

    /** How many owners come before this one. */
    int index(BlockAudit audit, String owner) {
        int gifted = (int) gifted(audit).stream()
                .filter(other -> other.compareTo(owner) < 0)
                .count();
        return gifted
                + reads.one(
                        "SELECT count(*) AS before FROM block_weight WHERE block = ? AND owner < ?",
                        row -> row.getInt("before"),
                        audit.block().id(),
                        owner);
    }

    /** Who is credited without a weight, and so has no row: the finder, and whom is donated to. */
    private List<String> gifted(BlockAudit audit) {
        List<Weight> credited = Stream.concat(
                        Stream.of(audit.block().finder()),
                        audit.terms().donation().stream().map(gift -> gift.to().text()))
                .distinct()
                .filter(owner -> reads.list(WEIGHT, Weight::read, audit.block().id(), owner)
                        .isEmpty())
                .map(owner -> new Weight(owner, BigInteger.ZERO))
                .toList();
        Map<UUID, BigInteger> credits = credits(audit, credited);
        return credited.stream()
                .filter(weight -> credit(audit, weight, credits).signum() > 0)
                .map(Weight::owner)
                .toList();
    }

    private List<AuditLine> lines(BlockAudit audit, List<Weight> weights) {
        AuditLine.Shared shared = audit.shared();
        Map<UUID, BigInteger> credits = credits(audit, weights);
        return weights.stream()
                .map(weight -> AuditLine.of(weight.owner(), weight.weight(), credit(audit, weight, credits), shared))
                .toList();
    }

    private Map<UUID, BigInteger> credits(BlockAudit audit, List<Weight> weights) {
        return audit.division()
                .map(division -> amounts(weights.stream()
                        .map(weight -> id(audit, division, weight.owner()))
                        .toList()))
                .orElse(Map.of());
    }

    private static BigInteger credit(BlockAudit audit, Weight weight, Map<UUID, BigInteger> credits) {
        return audit.division()
                .flatMap(division -> Optional.ofNullable(credits.get(id(audit, division, weight.owner()))))
                .orElse(BigInteger.ZERO);
    }

    private static UUID id(BlockAudit audit, BlockAudit.Division division, String owner) {
        PoolName pool = audit.pool();
        return Transfer.id(
                DividedBlock.event(audit.pool(), audit.block().id(), division.event()),
                Account.of(pool, AccountKind.IMMATURE),
                Account.of(pool, AccountKind.MINER_IMMATURE, new MinerAddress(owner)));
    }

    private Map<UUID, BigInteger> amounts(List<UUID> ids) {
        Map<UUID, BigInteger> amounts = new HashMap<>();
        reads.list(
                        "SELECT id, amount FROM ledger_transfer WHERE id = ANY (?)",
                        row -> Map.entry(row.getObject("id", UUID.class), Values.whole(row, "amount")),
                        (Object) ids.toArray(UUID[]::new))
                .forEach(transfer -> amounts.put(transfer.getKey(), transfer.getValue()));
        return amounts;
    }

    private record Weight(String owner, BigInteger weight) {
        static Weight read(ResultSet row) throws SQLException {
            return new Weight(row.getString("owner"), Values.whole(row, "weight"));
        }
    }
}

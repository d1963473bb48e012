package org.motherlode.ejb.chain.monero;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.WalletHoldings;
import org.motherlode.model.payout.WalletMovement;
import org.motherlode.model.payout.WalletMovement.Kind;
import org.motherlode.model.payout.WalletRecords;

/**
 * What monero-wallet-rpc tells of its first account by {@code get_balance} and {@code get_transfers}, in one turn, so that nothing
 * is sent meanwhile; and only where it has seen as many blocks as the node has, before and after.
 */
record MoneroRecords(WalletOpening opening, Monerod node, WalletTurns turns, Duration patience)
        implements WalletRecords {
    private static final Money NO_FEE = Money.zero(Monero.XMR);

    @Override
    @SuppressWarnings("try") // the turn is only held
    public WalletHoldings holdings(long above) throws NodeUnavailableException {
        try (WalletTurns.Turn turn = turn()) {
            long blocks = requireSeen();
            List<WalletMovement> movements = read(opening.wallet().transfers(above, blocks), true);
            Money all = opening.wallet().balance().total();
            if (opening.wallet().blocks() != blocks) {
                throw new NodeUnavailableException("The wallet has seen another block while it was asked");
            }
            return new WalletHoldings(blocks - 1, all, movements);
        }
    }

    @Override
    @SuppressWarnings("try")
    public List<WalletMovement> movements(long above, long upTo) throws NodeUnavailableException {
        try (WalletTurns.Turn turn = turn()) {
            requireSeen();
            return read(opening.wallet().transfers(above, upTo), false);
        }
    }

    @Override
    public Optional<String> block(long height) throws NodeUnavailableException {
        return node.block(height).map(BlockHeader::id);
    }

    private WalletTurns.Turn turn() throws NodeUnavailableException {
        return turns.take("a comparison with the books", patience);
    }

    private long requireSeen() throws NodeUnavailableException {
        opening.requireOpen();
        opening.wallet().refresh();
        long seen = opening.wallet().blocks();
        long blocks = node.info().blocks();
        if (seen != blocks) {
            throw new NodeUnavailableException("The wallet has seen " + seen + " blocks, the node has " + blocks);
        }
        return blocks;
    }

    /** @param waiting also what no block has yet; what a block has may stand there once more */
    static List<WalletMovement> read(JsonFields answer, boolean waiting) throws NodeUnavailableException {
        List<WalletMovement> movements = new ArrayList<>();
        for (JsonFields in : answer.objects("in")) {
            movements.add(received(in));
        }
        for (JsonFields out : answer.objects("out")) {
            movements.add(spent(out, OptionalLong.of(out.count("height"))));
        }
        for (JsonFields pending : waiting ? answer.objects("pending") : List.<JsonFields>of()) {
            WalletMovement movement = spent(pending, OptionalLong.empty());
            if (movements.stream().noneMatch(known -> isSame(known, movement))) {
                movements.add(movement);
            }
        }
        return movements;
    }

    private static WalletMovement received(JsonFields in) throws NodeUnavailableException {
        boolean mined = in.text("type").equals("block");
        return new WalletMovement(
                mined ? Kind.MINED : Kind.RECEIVED,
                in.id("txid"),
                OptionalLong.of(in.count("height")),
                new Money(in.number("amount"), Monero.XMR),
                NO_FEE,
                mined && !in.flag("locked"));
    }

    private static WalletMovement spent(JsonFields out, OptionalLong height) throws NodeUnavailableException {
        return new WalletMovement(
                Kind.SPENT,
                out.id("txid"),
                height,
                new Money(out.number("amount"), Monero.XMR),
                new Money(out.number("fee"), Monero.XMR),
                false);
    }

    private static boolean isSame(WalletMovement known, WalletMovement other) {
        return known.kind() == other.kind() && known.transactionId().equals(other.transactionId());
    }
}

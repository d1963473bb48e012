package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.settlement.Stage;

/** A block on paper: what the chain says of it, how far it is settled, and what each stage moves. */
final class PaperBlock {
    private static final String IMMATURE = "immature";
    private static final String WALLET = "wallet";
    private static final String LOST = "orphan-loss";
    private static final String CAPITAL = "capital";

    final long number;
    private final Optional<BigInteger> expected;
    private final BigInteger reward;
    private final PaperRules rules;
    private final PaperDivision.Window window;
    private final SortedMap<String, BigInteger> recalled = new TreeMap<>();
    private BigInteger capital = BigInteger.ZERO;
    private String state = "IMMATURE";
    private boolean allotted;
    private boolean reversed;
    private boolean matured;
    private boolean lost;
    private int losses;
    private Optional<Stage> underWay = Optional.empty();
    private List<Move> rest = new ArrayList<>();

    /**
     * A new block.
     *
     * @param expected what the chain promised as it was found; empty if it told nothing
     * @param reward what it gives in the end
     */
    PaperBlock(
            long number,
            Optional<BigInteger> expected,
            BigInteger reward,
            PaperRules rules,
            PaperDivision.Window window) {
        this.number = number;
        this.expected = expected;
        this.reward = reward;
        this.rules = rules;
        this.window = window;
    }

    BigInteger reward() {
        return reward;
    }

    void becomes(String now) {
        state = now;
    }

    /** What is to be done with it now; a stage that began comes to its end first. */
    Optional<Stage> due() {
        if (underWay.isPresent()) {
            return underWay;
        }
        boolean there = state.equals("IMMATURE") || state.equals("MATURE");
        if (!allotted) {
            return there ? Optional.of(Stage.ALLOT) : Optional.empty();
        }
        if (state.equals("MATURE") && (!matured || lost)) {
            return Optional.of(Stage.MATURE);
        }
        if (state.equals("ORPHANED") && matured && !lost) {
            return Optional.of(Stage.LOSE);
        }
        return state.equals("ORPHANED") && !matured && !reversed ? Optional.of(Stage.REVERSE) : Optional.empty();
    }

    /** A loss is booked as it begins. */
    void begin(Stage stage, PaperBooks books) {
        if (underWay.isPresent()) {
            return;
        }
        underWay = Optional.of(stage);
        if (stage == Stage.LOSE) {
            losses++;
            fixLoss(books);
        }
        rest = new ArrayList<>(moves(stage));
        if (stage == Stage.LOSE) {
            books.moveAll(rest);
            rest.clear();
        }
    }

    /** All that the stage moves, whether it is booked or not. */
    List<Move> moves(Stage stage) {
        return switch (stage) {
            case ALLOT -> expected.map(atoms -> credits("allot", atoms)).orElse(List.of());
            case REVERSE -> expected.map(atoms -> debits("reverse", atoms)).orElse(List.of());
            case MATURE -> losses > 0 ? turned(lose("mature/" + (losses + 1))) : mature();
            case LOSE -> lose("lose" + (losses == 1 ? "" : "/" + losses));
        };
    }

    /** These were booked; each must be one of the stage's, and counts once. */
    void booked(List<Move> moves, PaperBooks books) {
        for (Move move : moves) {
            if (rest.remove(move)) {
                books.move(move);
            } else {
                assertThat(moves(underWay.orElseThrow()))
                        .as("moves of block %d", number)
                        .contains(move);
            }
        }
    }

    void end(PaperBooks books) {
        assertThat(rest).as("moves of block %d that nobody booked", number).isEmpty();
        switch (underWay.orElseThrow()) {
            case ALLOT -> allotted = true;
            case REVERSE -> reversed = true;
            case MATURE -> {
                matured = true;
                lost = false;
            }
            case LOSE -> lost = true;
        }
        underWay = Optional.empty();
    }

    private PaperDivision division(BigInteger atoms) {
        return PaperDivision.of(atoms, rules, window);
    }

    private List<Move> credits(String event, BigInteger atoms) {
        PaperDivision division = division(atoms);
        List<Move> moves = new ArrayList<>();
        add(moves, new Move(event, IMMATURE, "fees", division.fee()));
        add(moves, new Move(event, IMMATURE, "carry", division.carry()));
        division.credits().forEach((miner, part) -> add(moves, new Move(event, IMMATURE, immature(miner), part)));
        return moves;
    }

    private List<Move> debits(String event, BigInteger atoms) {
        return turned(credits(event, atoms));
    }

    private List<Move> mature() {
        List<Move> moves = new ArrayList<>();
        Optional<BigInteger> standing = reversed ? Optional.empty() : expected;
        if (!standing.equals(Optional.of(reward))) {
            standing.ifPresent(wrong -> moves.addAll(debits("unallot", wrong)));
            moves.addAll(credits("reallot", reward));
        }
        add(moves, new Move("mature", WALLET, IMMATURE, reward));
        division(reward)
                .credits()
                .forEach((miner, part) -> add(moves, new Move("mature", immature(miner), payable(miner), part)));
        return moves;
    }

    /** What miners are still to be paid is taken back as far as it goes. */
    private void fixLoss(PaperBooks books) {
        recalled.clear();
        division(reward).credits().forEach((miner, part) -> recalled.put(miner, part.min(books.payable(miner))));
        capital = reward.add(books.of(WALLET)).max(BigInteger.ZERO);
    }

    private List<Move> lose(String event) {
        List<Move> moves = new ArrayList<>();
        add(moves, new Move(event, "fees", LOST, division(reward).fee()));
        add(moves, new Move(event, "carry", LOST, division(reward).carry()));
        recalled.forEach((miner, part) -> add(moves, new Move(event, payable(miner), LOST, part)));
        add(moves, new Move(event, WALLET, CAPITAL, capital));
        add(moves, new Move(event, LOST, WALLET, reward));
        return moves;
    }

    private static List<Move> turned(List<Move> moves) {
        return moves.stream()
                .map(move -> new Move(move.event(), move.to(), move.from(), move.atoms()))
                .toList();
    }

    private static void add(List<Move> moves, Move move) {
        if (move.atoms().signum() > 0) {
            moves.add(move);
        }
    }

    private static String immature(String miner) {
        return "miner:immature " + miner;
    }

    private static String payable(String miner) {
        return "miner:payable " + miner;
    }
}

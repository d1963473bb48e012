package org.motherlode.ejb.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import javax.sql.DataSource;
import org.motherlode.model.payout.PayoutState;

/** What happens to one pool, from nothing on: by the server's code, and beside it on paper. */
final class History {
    private final Ground ground;
    private final PaperBooks books = new PaperBooks();
    private final Blocks blocks;
    private final Wishes wishes;
    private final Payments payments;
    private final Courses courses;
    private final Operator operator;
    private final Tally tally;

    private History(DataSource source, PaperRules rules, Tally tally) {
        PaperTerms terms = new PaperTerms();
        this.tally = tally;
        this.ground = new Ground(source, rules);
        this.blocks = new Blocks(ground, rules, books, tally);
        this.wishes = new Wishes(ground, terms, tally);
        this.payments = new Payments(ground, books, terms, wishes, tally);
        this.courses = new Courses(ground, books, terms, payments, tally);
        this.operator = new Operator(ground, books, tally);
    }

    /** Throws where the books break a rule, or differ from those on paper. */
    static void play(DataSource source, Plot plot, Tally tally) {
        History history = new History(source, plot.rules(), tally);
        plot.events().forEach(history::happens);
        history.blocks.settle(false);
        history.compare();
        tally.add("played");
    }

    private void happens(Event event) {
        int which = event.which();
        int how = event.how();
        boolean broken = event.broken();
        switch (event.kind()) {
            case SHARES -> blocks.work(which, how);
            case FOUND -> blocks.find(which, how);
            case YOUNG -> blocks.chainSays(which, "IMMATURE");
            case MATURE, ORPHANED -> blocks.chainSays(which, event.kind().name());
            case SETTLE -> blocks.settle(broken);
            case STAGE -> blocks.oneStage(which, broken);
            case HALF_A_STAGE -> blocks.halfAStage(which, how, broken);
            case TERMS -> wishes.terms(which, how, broken);
            case OWN_THRESHOLD ->
                wishes.ownThreshold(owner(which), BigInteger.valueOf(5_000_000_000L * (1 + how)), broken);
            case HOLD -> wishes.hold(owner(which), how % 3 == 0, broken);
            case RESERVE -> payments.reserve(which, broken);
            case OPERATOR_BOOKS -> operator.books(which, how, broken);
            case CHECK -> compare();
            default -> payout(event);
        }
    }

    private void payout(Event event) {
        boolean broken = event.broken();
        switch (event.kind()) {
            case SIGN -> {
                payments.holdSomebody(event.which());
                courses.sign(event.how(), broken);
            }
            case SEEN -> courses.goesOn(PayoutState.PREPARED, PayoutState.SENT, broken);
            case CONFIRMED -> courses.goesOn(PayoutState.SENT, PayoutState.CONFIRMED, broken);
            case REFUSED -> courses.goesOn(PayoutState.RESERVED, PayoutState.RELEASED, broken);
            case FALLEN_OUT -> courses.fallsOut();
            case DEAD -> courses.dies(broken);
            case PERSON_RELEASES -> courses.releases(event.how(), broken);
            case PERSON_REFUSES -> courses.refuses(broken);
            case PERSON_DECIDES -> courses.decides(event.how(), broken);
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private static String owner(int which) {
        return Wishes.OWNERS.get(which % Wishes.OWNERS.size());
    }

    private void compare() {
        assertThat(ground.balances()).as("balances").isEqualTo(books.all());
        String broken = ground.whole(ports -> ports.broken(ground.pool));
        assertThat(broken).as("what the check of the books finds").isEqualTo("{}");
        tally.add("compared");
    }
}

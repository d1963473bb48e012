package org.motherlode.ra.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.guard.Sentence;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;

/** May do all that the test does not forbid, and is banned only if the test wants it. */
final class FreeVisitor implements Visitor {
    final Set<Ask> forbidden = EnumSet.noneOf(Ask.class);
    /** What holds besides. */
    Predicate<Ask> rule = what -> true;

    /** What holds for lines. */
    IntPredicate talk = many -> true;

    final List<Integer> said = new ArrayList<>();
    final List<Ask> givenBack = new ArrayList<>();
    final List<Offence> offences = new ArrayList<>();
    /** Whether one offence is enough. */
    boolean strict;

    /** What it is told next. */
    Optional<String> sentence = Optional.empty();

    @Override
    public boolean may(Ask what) {
        return !forbidden.contains(what) && rule.test(what);
    }

    @Override
    public boolean maySay(int many) {
        said.add(many);
        return talk.test(many);
    }

    @Override
    public void giveBack(Ask what) {
        givenBack.add(what);
    }

    @Override
    public Optional<String> logsIn(String wallet) {
        return Optional.empty();
    }

    @Override
    public void worked() {}

    @Override
    public void failed(ShareRefusal why) {}

    @Override
    public void offended(Offence what) {
        offences.add(what);
        sentence = Optional.of("banned for " + what).filter(words -> strict);
    }

    @Override
    public Optional<Sentence> sentence() {
        Optional<Sentence> told = sentence.map(words -> new Sentence(words, Count.CONNECTIONS_CUT_BANNED));
        sentence = Optional.empty();
        return told;
    }

    @Override
    public void leave() {}
}

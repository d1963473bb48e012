package org.motherlode.ra.session;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.guard.Visitor;

/** May do all that the test does not forbid, and is never banned. */
final class FreeVisitor implements Visitor {
    final Set<Ask> forbidden = EnumSet.noneOf(Ask.class);
    /** What holds besides. */
    Predicate<Ask> rule = what -> true;

    final List<Offence> offences = new ArrayList<>();

    @Override
    public boolean may(Ask what) {
        return !forbidden.contains(what) && rule.test(what);
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
    }

    @Override
    public Optional<String> sentence() {
        return Optional.empty();
    }

    @Override
    public void leave() {}
}

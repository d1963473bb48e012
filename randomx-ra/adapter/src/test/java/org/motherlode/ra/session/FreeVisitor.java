package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Visitor;

/** Of whom nothing is counted. */
final class FreeVisitor implements Visitor {
    @Override
    public boolean may(Ask what) {
        return true;
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
    public void misspoke() {}

    @Override
    public Optional<String> sentence() {
        return Optional.empty();
    }

    @Override
    public void leave() {}
}

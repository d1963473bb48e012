package org.motherlode.ejb.ban;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.model.ban.Bans;

/** What other parts of the application may do about bans, while they are kept. */
@ApplicationScoped
class BanDoor implements Bans {
    private volatile Optional<Bans> keeper = Optional.empty();

    void open(Bans kept) {
        keeper = Optional.of(kept);
    }

    void close() {
        keeper = Optional.empty();
    }

    @Override
    public Ban impose(BanSubject subject, Duration length, String reason, String actor) {
        return kept().impose(subject, length, reason, actor);
    }

    @Override
    public boolean lift(BanSubject subject, String actor) {
        return kept().lift(subject, actor);
    }

    private Bans kept() {
        return keeper.orElseThrow(() -> new IllegalStateException("the application starts or stops, try again"));
    }
}

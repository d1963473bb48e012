package org.motherlode.ejb.ban;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.ban.BanSubject;

/** An adapter that does as it is told. */
final class ListedDesk implements BanDesk {
    final Map<BanSubject, Ban> bans = new LinkedHashMap<>();
    final List<Ban> made = new ArrayList<>();

    /** As if by the adapter's own rules. */
    void make(Ban ban) {
        bans.put(ban.subject(), ban);
        made.add(ban);
    }

    @Override
    public List<Ban> current() {
        return List.copyOf(bans.values());
    }

    @Override
    public Optional<Ban> find(BanSubject subject) {
        return Optional.ofNullable(bans.get(subject));
    }

    @Override
    public void impose(Ban ban) {
        bans.put(ban.subject(), ban);
    }

    @Override
    public void lift(BanSubject subject) {
        bans.remove(subject);
        made.removeIf(ban -> ban.subject().equals(subject));
    }

    @Override
    public List<Ban> unstored(int most) {
        return made.stream().limit(most).toList();
    }

    @Override
    public void stored(Collection<Ban> these) {
        made.removeAll(these);
    }

    @Override
    public void mirror(Collection<Ban> all, Instant asOf) {
        bans.clear();
        made.forEach(ban -> bans.put(ban.subject(), ban));
        all.forEach(ban -> bans.put(ban.subject(), ban));
    }
}

package org.motherlode.ejb.ban;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** A cache that all nodes of a test share; each of its keepers hears what is put in and taken out. */
final class ListedCache implements SharedBans {
    final Map<BanSubject, Ban> told = new LinkedHashMap<>();
    private final List<BanKeeper> ears = new java.util.ArrayList<>();

    void heardBy(BanKeeper keeper) {
        ears.add(keeper);
    }

    @Override
    public void tell(Ban ban) {
        if (!ban.equals(told.put(ban.subject(), ban))) {
            ears.forEach(keeper -> keeper.heard(ban));
        }
    }

    @Override
    public void untell(BanSubject subject) {
        told.remove(subject);
        ears.forEach(keeper -> keeper.heardOfLift(subject));
    }

    @Override
    public List<Ban> all() {
        return List.copyOf(told.values());
    }
}

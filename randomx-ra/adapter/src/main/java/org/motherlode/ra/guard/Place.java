package org.motherlode.ra.guard;

import java.util.Optional;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.ra.network.Whereabouts;

/** Where a connection comes from; empty where nothing is counted. */
record Place(Optional<Counted> counted) {
    record Counted(Whereabouts where, Origin here, Origin around) {}

    static Place free() {
        return new Place(Optional.empty());
    }

    boolean take(Ask what, long nowMillis) {
        return counted.isEmpty() || take(counted.get(), what, nowMillis);
    }

    void giveBack(Ask what) {
        counted.ifPresent(from -> {
            from.here.giveBack(what);
            from.around.giveBack(what);
        });
    }

    boolean takeLines(int many, long nowMillis) {
        return counted.isEmpty() || takeLines(counted.get(), many, nowMillis);
    }

    void leave(Origins<AddressRange> addresses, Origins<AddressRange> networks) {
        counted.ifPresent(from -> {
            addresses.leave(from.where.address(), from.here);
            networks.leave(from.where.network(), from.around);
        });
    }

    private static boolean takeLines(Counted from, int many, long nowMillis) {
        if (!from.here.takeLines(many, nowMillis)) {
            return false;
        }
        if (!from.around.takeLines(many, nowMillis)) {
            from.here.giveBackLines(many);
            return false;
        }
        return true;
    }

    private static boolean take(Counted from, Ask what, long nowMillis) {
        if (!from.here.take(what, nowMillis)) {
            return false;
        }
        if (!from.around.take(what, nowMillis)) {
            from.here.giveBack(what);
            return false;
        }
        return true;
    }
}

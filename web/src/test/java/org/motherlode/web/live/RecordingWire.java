package org.motherlode.web.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A wire that keeps what was sent; a slow one lets nothing leave until told so. */
final class RecordingWire implements Wire {
    final List<String> sent = new ArrayList<>();
    Optional<String> cut = Optional.empty();
    private final boolean slow;
    private final List<Consumer<Boolean>> onTheWay = new ArrayList<>();

    RecordingWire(boolean slow) {
        this.slow = slow;
    }

    @Override
    public void send(String message, Consumer<Boolean> left) {
        sent.add(message);
        if (slow) {
            onTheWay.add(left);
        } else {
            left.accept(true);
        }
    }

    void letOneLeave() {
        onTheWay.remove(0).accept(true);
    }

    @Override
    public void cut(String why) {
        cut = Optional.of(why);
    }
}

package org.motherlode.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final LiveBounds TWO_MAY_WAIT = new LiveBounds(10, 4, 2, 3, 5, 10);

    @Test
    void messages_leave_one_after_another_in_order() {
        RecordingWire wire = new RecordingWire(true);
        Outbox outbox = new Outbox(wire, TWO_MAY_WAIT);

        outbox.add("a");
        outbox.add("b");
        assertThat(wire.sent).containsExactly("a");
        wire.letOneLeave();
        assertThat(wire.sent).containsExactly("a", "b");
        assertThat(wire.cut).isEmpty();
    }

    @Test
    void whoever_lets_too_much_wait_is_cut_off_and_hears_nothing_more() {
        RecordingWire wire = new RecordingWire(true);
        Outbox outbox = new Outbox(wire, TWO_MAY_WAIT);
        outbox.add("on the way");
        outbox.add("waits");
        outbox.add("waits too");

        outbox.add("one too many");

        assertThat(wire.cut).contains("too slow: more than 2 messages were waiting");
        wire.letOneLeave();
        outbox.add("later");
        assertThat(wire.sent).containsExactly("on the way");
    }

    @Test
    void a_message_that_never_leaves_ends_the_connection() {
        RecordingWire wire = new RecordingWire(true);
        Outbox outbox = new Outbox(wire, TWO_MAY_WAIT);
        outbox.add("stuck");

        outbox.tick();
        outbox.tick();
        outbox.tick();
        assertThat(wire.cut).isEmpty();
        outbox.tick();
        assertThat(wire.cut).contains("too slow: a message did not leave in time");
    }

    @Test
    void a_quick_listener_is_never_cut_off() {
        RecordingWire wire = new RecordingWire(false);
        Outbox outbox = new Outbox(wire, TWO_MAY_WAIT);

        for (int i = 0; i < 100; i++) {
            outbox.add("message " + i);
            outbox.tick();
        }

        assertThat(wire.sent).hasSize(100);
        assertThat(wire.cut).isEmpty();
    }
}

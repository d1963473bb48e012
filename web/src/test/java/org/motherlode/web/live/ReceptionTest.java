package org.motherlode.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.web.ExampleProjections.MONERO;
import static org.motherlode.web.ExampleProjections.NOON;

import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.web.ExampleProjections;

class ReceptionTest {
    private static final LiveBounds SMALL = new LiveBounds(2, 3, 8, 3, 4, 10);
    private final Audience audience = new Audience(SMALL);
    private final Envelope envelope = new Envelope(InstantSource.fixed(NOON));
    private final Reception reception = new Reception(new ExampleProjections(), audience, envelope, SMALL);
    private final RecordingWire wire = new RecordingWire(false);

    @Test
    void a_subscriber_hears_its_channel_and_no_other() {
        reception.enter("1", Optional.empty(), wire);
        reception.hear("1", subscribe("stats"), wire);

        audience.tell(MONERO, "stats", "figures");
        audience.tell(MONERO, "blocks", "a block");
        audience.tell(ExampleProjections.OPENSY, "stats", "figures of another pool");

        assertThat(wire.sent).containsExactly("figures");
    }

    @Test
    void who_unsubscribes_hears_nothing_more() {
        reception.enter("1", Optional.empty(), wire);
        reception.hear("1", subscribe("stats"), wire);
        reception.hear("1", "{\"type\":\"unsubscribe\",\"data\":{\"channels\":[\"stats\"]}}", wire);

        audience.tell(MONERO, "stats", "figures");

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void a_ping_is_answered_with_the_time() {
        reception.enter("1", Optional.empty(), wire);

        reception.hear("1", "{\"type\":\"ping\"}", wire);

        assertThat(wire.sent).containsExactly("{\"type\":\"pong\",\"timestamp\":" + NOON.getEpochSecond() + "}");
    }

    @Test
    void an_unknown_channel_is_answered_with_the_known_ones() {
        reception.enter("1", Optional.empty(), wire);

        reception.hear("1", subscribe("secrets"), wire);
        reception.hear("1", subscribe("miner:1Bitcoin"), wire);

        assertThat(wire.sent).hasSize(2).allMatch(message -> message.contains("There is no such channel"));
    }

    @Test
    void a_connection_has_a_bounded_number_of_channels() {
        reception.enter("1", Optional.empty(), wire);

        reception.hear("1", subscribe("stats\",\"blocks\",\"payments\",\"miner:4Amy"), wire);

        assertThat(wire.sent).singleElement().asString().contains("at most 3 channels");
    }

    @Test
    void one_listener_too_many_is_sent_away() {
        reception.enter("1", Optional.empty(), new RecordingWire(false));
        reception.enter("2", Optional.empty(), new RecordingWire(false));

        reception.enter("3", Optional.empty(), wire);

        assertThat(wire.cut).contains("full: 2 listeners are connected");
        reception.leave("1");
        RecordingWire next = new RecordingWire(false);
        reception.enter("4", Optional.empty(), next);
        assertThat(next.cut).isEmpty();
    }

    @Test
    void whoever_asks_too_much_is_cut_off() {
        reception.enter("1", Optional.empty(), wire);

        for (int i = 0; i < 5; i++) {
            reception.hear("1", "{\"type\":\"ping\"}", wire);
        }

        assertThat(wire.sent).hasSize(4);
        assertThat(wire.cut).contains("too many requests");
    }

    @Test
    void an_unknown_pool_is_a_reason_to_be_cut() {
        reception.enter("1", Optional.of("bitcoin"), wire);

        assertThat(wire.cut).contains("there is no pool of this name");
    }

    private static String subscribe(String channel) {
        return "{\"type\":\"subscribe\",\"data\":{\"channels\":[\"" + channel + "\"]}}";
    }
}

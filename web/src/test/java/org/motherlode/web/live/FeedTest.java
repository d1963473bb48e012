package org.motherlode.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motherlode.web.ExampleProjections.NOON;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.payout.PayoutState;
import org.motherlode.web.ExampleProjections;

class FeedTest {
    private static final LiveBounds BOUNDS = new LiveBounds(10, 8, 8, 3, 20, 10);
    private final ExampleProjections projections = new ExampleProjections();
    private final Audience audience = new Audience(BOUNDS);
    private final Envelope envelope = new Envelope(InstantSource.fixed(NOON));
    private final Reception reception = new Reception(projections, audience, envelope, BOUNDS);
    private final Feed feed = new Feed(projections, audience, envelope);
    private final RecordingWire wire = new RecordingWire(false);

    @BeforeEach
    void enter() {
        projections.blocks.add(ExampleProjections.block(1, BlockState.IMMATURE, 5));
        projections.payments.add(ExampleProjections.payment(1, PayoutState.SENT));
        reception.enter("1", Optional.empty(), wire);
    }

    @Test
    void figures_come_with_every_tick() {
        listenTo("stats");

        feed.tick();
        feed.tick();

        assertThat(types()).containsExactly("stats", "stats");
        assertThat(wire.sent.get(0)).contains("\"hashrate\":5000000").contains("\"height\":3000000");
    }

    @Test
    void what_was_there_before_is_not_news() {
        listenTo("blocks", "payments");

        feed.tick();
        feed.tick();

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void a_new_block_is_told_once() {
        listenTo("blocks");
        feed.tick();

        projections.blocks.add(0, ExampleProjections.block(2, BlockState.FOUND, 0));
        feed.tick();
        feed.tick();

        assertThat(types()).containsExactly("new_block");
    }

    @Test
    void a_block_s_confirmation_is_told() {
        listenTo("blocks");
        feed.tick();

        projections.blocks.set(0, ExampleProjections.block(1, BlockState.MATURE, 60));
        feed.tick();

        assertThat(types()).containsExactly("block");
        assertThat(wire.sent.get(0)).contains("\"state\":\"MATURE\"");
    }

    @Test
    void payments_are_told_without_their_proof() {
        listenTo("payments");
        feed.tick();

        projections.payments.add(0, ExampleProjections.payment(2, PayoutState.RESERVED));
        projections.payments.set(1, ExampleProjections.payment(1, PayoutState.CONFIRMED));
        feed.tick();

        assertThat(types()).containsExactly("payment", "new_payment");
        assertThat(wire.sent).noneMatch(message -> message.contains("proof"));
    }

    @Test
    void a_watched_miner_is_told_every_fifth_tick() {
        listenTo("miner:" + ExampleProjections.AMY);

        for (int i = 0; i < 10; i++) {
            feed.tick();
        }

        assertThat(types()).containsExactly("miner", "miner");
    }

    @Test
    void while_the_database_is_away_nothing_is_told_and_afterwards_no_change_is_missing() {
        listenTo("blocks");
        feed.tick();

        projections.databaseAway = true;
        feed.tick();
        projections.databaseAway = false;
        projections.blocks.add(0, ExampleProjections.block(2, BlockState.FOUND, 0));
        feed.tick();

        assertThat(types()).containsExactly("new_block");
    }

    @Test
    void networks_are_looked_at_even_when_nobody_listens() {
        reception.leave("1");

        feed.tick();

        assertThat(projections.networksAsked).containsExactly(ExampleProjections.MONERO, ExampleProjections.OPENSY);
    }

    private void listenTo(String... channels) {
        String list = String.join("\",\"", channels);
        reception.hear("1", "{\"type\":\"subscribe\",\"data\":{\"channels\":[\"" + list + "\"]}}", wire);
    }

    private List<String> types() {
        return wire.sent.stream()
                .map(message -> message.replaceFirst("^\\{\"type\":\"([a-z_]+)\".*$", "$1"))
                .toList();
    }
}

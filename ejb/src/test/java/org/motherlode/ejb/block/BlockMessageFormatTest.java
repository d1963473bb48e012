package org.motherlode.ejb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motherlode.ejb.queue.UnreadableMessageException;

class BlockMessageFormatTest {
    private final BlockMessageFormat format = new BlockMessageFormat();

    @Test
    void what_was_written_is_read() throws UnreadableMessageException {
        assertThat(format.read(format.write(Found.message()))).isEqualTo(Found.message());
    }

    @Test
    void a_reward_that_is_not_known_stays_unknown() throws UnreadableMessageException {
        BlockMessage message = new BlockMessage(Found.block(Optional.empty()), FakeNode.COIN);

        assertThat(format.read(format.write(message))).isEqualTo(message);
    }

    @Test
    void wherever_a_message_ends_early_it_is_refused() {
        byte[] whole = format.write(Found.message());

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> format.read(cut)).isInstanceOf(UnreadableMessageException.class);
        }
    }
}

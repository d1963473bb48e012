package org.motherlode.ejb.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.motherlode.ejb.queue.UnreadableMessageException;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.RefusedCount;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

class ShareBatchFormatTest {
    private static final ShareBatch BATCH = new Batches(1, 7, 6).of(4, 6);

    private final ShareBatchFormat format = new ShareBatchFormat();

    @Property(tries = 300)
    void what_was_written_is_read(@ForAll("batches") ShareBatch batch) throws UnreadableMessageException {
        assertThat(format.read(format.write(batch))).isEqualTo(batch);
    }

    @Property(tries = 300)
    void a_message_that_ends_early_is_refused(@ForAll("batches") ShareBatch batch, @ForAll int cut) {
        byte[] whole = format.write(batch);

        assertThatThrownBy(() -> format.read(Arrays.copyOf(whole, Math.floorMod(cut, whole.length))))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Property(tries = 500)
    void any_bytes_are_read_or_refused(@ForAll byte[] bytes, @ForAll int place) throws UnreadableMessageException {
        byte[] damaged = format.write(BATCH);
        for (int i = 0; i < bytes.length; i++) {
            damaged[Math.floorMod(place + i, damaged.length)] = bytes[i];
        }

        try {
            assertThat(format.read(damaged)).isNotNull();
        } catch (UnreadableMessageException e) {
            assertThat(e).hasMessageContaining("share batch");
        }
    }

    @Test
    void a_newer_format_is_refused_with_a_sentence() {
        byte[] newer = format.write(BATCH);
        newer[7] = 2;

        assertThatThrownBy(() -> format.read(newer))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessage(
                        "the share batch has format 2, but this server reads format 1 only: was it written by a newer"
                                + " server?");
    }

    @Test
    void bytes_behind_the_end_are_refused() {
        byte[] whole = format.write(BATCH);

        assertThatThrownBy(() -> format.read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(UnreadableMessageException.class);
    }

    @Provide
    Arbitrary<ShareBatch> batches() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.longs().between(1, Long.MAX_VALUE - 100),
                        Arbitraries.integers().between(0, 5),
                        refused().list().ofMaxSize(3),
                        texts())
                .as((node, epoch, first, size, refused, worker) -> new ShareBatch(
                        new UUID(epoch, first),
                        node,
                        epoch,
                        epoch / 2,
                        first + size - 1,
                        Instant.ofEpochSecond(first % 4_000_000_000L, 123_456_000),
                        shares(new ShareNumber(node, epoch, first), size, worker),
                        refused));
    }

    private static List<AcceptedShare> shares(ShareNumber first, int size, String worker) {
        return IntStream.range(0, size)
                .mapToObj(i -> new AcceptedShare(
                        new ShareNumber(first.node(), first.epoch(), first.sequence() + i),
                        new PoolName("monero"),
                        new MinerAddress("a" + worker),
                        worker,
                        new Difficulty(BigInteger.ONE.shiftLeft(i * 50)),
                        first.sequence(),
                        Instant.ofEpochSecond(i, i * 1000L),
                        Hash.of(new byte[Hash.BYTES])))
                .toList();
    }

    private static Arbitrary<RefusedCount> refused() {
        return Combinators.combine(texts(), Arbitraries.of(ShareRefusal.class), Arbitraries.longs())
                .as((worker, why, count) ->
                        new RefusedCount(new PoolName("x"), new MinerAddress("b" + worker), worker, why, count));
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().withCharRange('\0', '\uD7FF').ofMaxLength(20);
    }
}

package org.motherlode.ejb.letter;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.motherlode.ejb.queue.Marks;
import org.motherlode.model.share.ShareBatch;

/**
 * What is written on a batch of shares beside its body.
 *
 * @param firstSequence one more than {@code lastSequence} if the batch has no shares
 * @param openedAt when its first share was accepted, or {@code closedAt}
 */
public record BatchMarks(
        UUID id,
        long node,
        long epoch,
        long previousEpoch,
        long firstSequence,
        long lastSequence,
        Instant openedAt,
        Instant closedAt) {

    public static BatchMarks of(ShareBatch batch) {
        Instant opened = batch.shares().isEmpty()
                ? batch.closedAt()
                : batch.shares().get(0).acceptedAt();
        return new BatchMarks(
                batch.id(),
                batch.node(),
                batch.epoch(),
                batch.previousEpoch(),
                batch.firstSequence(),
                batch.lastSequence(),
                opened,
                batch.closedAt());
    }

    public Marks written() {
        return new Marks(Map.of(
                "batch", id.toString(),
                "node", Long.toString(node),
                "epoch", Long.toString(epoch),
                "previous", Long.toString(previousEpoch),
                "first", Long.toString(firstSequence),
                "last", Long.toString(lastSequence),
                "opened", openedAt.toString(),
                "closed", closedAt.toString()));
    }

    /** Empty unless all is there and makes sense: then anything may be missing. */
    static Optional<BatchMarks> read(Marks marks) {
        try {
            BatchMarks read = new BatchMarks(
                    UUID.fromString(marks.get("batch").orElse("")),
                    number(marks, "node"),
                    number(marks, "epoch"),
                    number(marks, "previous"),
                    number(marks, "first"),
                    number(marks, "last"),
                    Instant.parse(marks.get("opened").orElse("")),
                    Instant.parse(marks.get("closed").orElse("")));
            return Optional.of(read).filter(BatchMarks::makesSense);
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean makesSense() {
        return node >= 0
                && node <= 255
                && epoch > 0
                && previousEpoch >= 0
                && firstSequence > 0
                && lastSequence >= firstSequence - 1;
    }

    private static long number(Marks marks, String name) {
        return Long.parseLong(marks.get(name).orElse(""));
    }
}

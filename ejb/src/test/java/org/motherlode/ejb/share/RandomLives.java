package org.motherlode.ejb.share;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareBatch;

/**
 * What some nodes accepted in some lives. Many shares have the same time. A queue may swap the batches of a life and
 * deliver them again, but has all of a life on disk before the next one begins; a node that lives says so for ever.
 */
final class RandomLives {
    private static final int LONG_AFTER = 100_000;

    private final Random random;
    private final List<AcceptedShare> shares = new ArrayList<>();
    private final List<List<ShareBatch>> nodes = new ArrayList<>();

    RandomLives(int nodes, int lives, Random random) {
        this.random = random;
        for (int node = 0; node < nodes; node++) {
            this.nodes.add(livesOf(node, lives));
        }
    }

    private List<ShareBatch> livesOf(int node, int lives) {
        List<ShareBatch> all = new ArrayList<>();
        long second = 0;
        for (int epoch = 1; epoch <= lives; epoch++) {
            boolean last = epoch == lives;
            List<ShareBatch> life = new ArrayList<>();
            long sequence = 0;
            for (int batch = random.nextInt(4) + (last ? 1 : 0); batch > 0; batch--) {
                List<AcceptedShare> accepted = new ArrayList<>();
                for (int share = random.nextInt(3) + (last ? 1 : 0); share > 0; share--) {
                    second += random.nextInt(2);
                    sequence++;
                    accepted.add(share(new Batches(node, epoch, epoch - 1), sequence, second));
                }
                life.add(batch(accepted, new Batches(node, epoch, epoch - 1), sequence, second));
            }
            Collections.shuffle(life, random);
            all.addAll(life);
            if (last) {
                all.add(batch(List.of(), new Batches(node, epoch, epoch - 1), sequence, LONG_AFTER));
            }
        }
        return all;
    }

    private AcceptedShare share(Batches life, long sequence, long second) {
        AcceptedShare like = life.share(sequence);
        AcceptedShare share = new AcceptedShare(
                like.number(),
                like.pool(),
                like.miner(),
                like.worker(),
                like.difficulty(),
                like.height(),
                Batches.at(second),
                like.hash());
        shares.add(share);
        return share;
    }

    private static ShareBatch batch(List<AcceptedShare> accepted, Batches life, long last, long second) {
        Instant closedAt = Batches.at(second);
        return new ShareBatch(
                UUID.randomUUID(),
                life.node(),
                life.epoch(),
                life.previousEpoch(),
                last,
                closedAt,
                accepted,
                List.of());
    }

    Stream<AcceptedShare> shares() {
        return shares.stream();
    }

    /** Some share of this node. */
    AcceptedShare shareOf(int node) {
        List<AcceptedShare> its =
                shares.stream().filter(share -> share.number().node() == node).toList();
        return its.get(random.nextInt(its.size()));
    }

    /** Every batch at least once, those of a node's lives one life after the other. */
    List<ShareBatch> inAnyOrder() {
        List<List<ShareBatch>> left = new ArrayList<>();
        nodes.forEach(batches -> left.add(new ArrayList<>(batches)));
        left.removeIf(List::isEmpty);
        List<ShareBatch> coming = new ArrayList<>();
        while (!left.isEmpty()) {
            List<ShareBatch> node = left.get(random.nextInt(left.size()));
            coming.add(node.remove(0));
            if (random.nextInt(5) == 0) {
                coming.add(coming.get(random.nextInt(coming.size())));
            }
            left.removeIf(List::isEmpty);
        }
        return coming;
    }
}

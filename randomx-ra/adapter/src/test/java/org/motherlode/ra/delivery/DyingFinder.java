package org.motherlode.ra.delivery;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.fixture.Blocks;
import org.motherlode.ra.fixture.RecordingListener;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

/** A process that finds a block, whose listener fails, and that waits for its death. */
final class DyingFinder {
    static final String READY = "found";

    private DyingFinder() {}

    public static void main(String[] args) throws Exception {
        RecordingListener listener = new RecordingListener();
        listener.blockFailures.set(Integer.MAX_VALUE);
        Listeners listeners = new Listeners();
        listeners.activate(listener);
        Figures figures = new Figures();
        Troubles troubles = new Troubles(figures, System::nanoTime);
        BlockCourier courier = new BlockCourier(
                new Dispatch(DeliverySettings.of(Settings.parse("")), listeners, figures, troubles),
                new BlockFolder(Path.of(args[0]), 0));
        courier.start();
        courier.found(Blocks.numbered(1));
        System.out.write((READY + "\n").getBytes(StandardCharsets.US_ASCII));
        System.out.flush();
        new CountDownLatch(1).await();
    }
}

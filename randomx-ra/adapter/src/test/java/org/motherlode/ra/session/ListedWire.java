package org.motherlode.ra.session;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Keeps the lines; its loop is the test's own thread. */
final class ListedWire implements Wire {
    private final List<String> lines = new ArrayList<>();
    boolean keepsUp = true;
    boolean ended;

    List<String> takeLines() {
        List<String> taken = List.copyOf(lines);
        lines.clear();
        return taken;
    }

    @Override
    public InetAddress from() {
        return InetAddress.getLoopbackAddress();
    }

    @Override
    public void send(String line) {
        lines.add(line);
    }

    @Override
    public void sendLast(String line) {
        ended = true;
        lines.add(line);
    }

    @Override
    public void close() {
        lines.add("closed");
    }

    @Override
    public boolean keepsUp() {
        return keepsUp;
    }

    @Override
    public void onLoop(Runnable task) {
        task.run();
    }
}

package org.motherlode.ra.session;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Keeps the lines; its loop is the test's own thread. */
final class ListedWire implements Wire {
    private final List<String> lines = new ArrayList<>();
    boolean keepsUp = true;
    /** Whether the system takes what is sent. */
    boolean takes = true;

    private long sent;
    private long taken;
    boolean ended;
    private boolean closed;

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
        sent++;
        taken += takes ? 1 : 0;
    }

    @Override
    public long linesSent() {
        return sent;
    }

    @Override
    public long linesTaken() {
        return taken;
    }

    /** One line more that had waited. */
    void takesOne() {
        taken++;
    }

    @Override
    public void sendLast(String line) {
        ended = true;
        lines.add(line);
    }

    @Override
    public void close() {
        closed = true;
        lines.add("closed");
    }

    @Override
    public boolean isEnding() {
        return ended || closed;
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

package org.motherlode.model.audit;

import java.util.ArrayDeque;
import java.util.Deque;

/** Passes on what it gets, and ends it with the {@link Fingerprint}. */
final class SealedSink implements BundleSink {
    private final BundleSink sink;
    private final Fingerprint fingerprint = new Fingerprint();
    /** The names of what is open, each with those before it; the innermost first. */
    private final Deque<String> open = new ArrayDeque<>();

    SealedSink(BundleSink sink) {
        this.sink = sink;
    }

    @Override
    public void put(String name, String value) {
        fingerprint.add(path(name), value);
        sink.put(name, value);
    }

    @Override
    public void begin(String name) {
        open.push(path(name));
        sink.begin(name);
    }

    @Override
    public void beginList(String name) {
        open.push(path(name));
        sink.beginList(name);
    }

    @Override
    public void beginItem() {
        open.push(open.element());
        sink.beginItem();
    }

    @Override
    public void item(String value) {
        fingerprint.add(open.element(), value);
        sink.item(value);
    }

    @Override
    public void end() {
        open.pop();
        sink.end();
    }

    void seal() {
        sink.put(Fingerprint.FIELD, fingerprint.hex());
    }

    private String path(String name) {
        return open.isEmpty() ? name : open.element() + '.' + name;
    }
}

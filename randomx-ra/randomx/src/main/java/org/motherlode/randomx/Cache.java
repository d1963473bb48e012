package org.motherlode.randomx;

import java.util.concurrent.atomic.AtomicInteger;

/** 256 MiB made from a key, enough to hash slowly (light mode) and to fill a dataset. Made by {@link RandomX#newCache}. */
public final class Cache implements Memory {
    /** RandomX specification, 7.1; what longer keys mean is left to implementations, so they are refused. */
    public static final int LONGEST_KEY = 60;

    private final long handle;
    private final Gate gate = new Gate("the cache");
    private volatile boolean ready;
    private final AtomicInteger generation = new AtomicInteger();

    Cache(long library, int flags) {
        handle = Bridge.newCache(library, flags);
    }

    /**
     * Gives it a key, the first or another one; takes a third of a second or more. An {@link IllegalStateException} while
     * it is in use. Machines that hashed with the former key must be told by {@link Vm#use} before they hash again.
     */
    public void init(byte[] key) {
        if (key.length > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has at most 60 bytes, not " + key.length);
        }
        gate.shut();
        try {
            ready = false;
            generation.incrementAndGet();
            Bridge.initCache(handle, key);
            ready = true;
        } finally {
            gate.open();
        }
    }

    /** The handle, for the time until {@link #leave}. */
    long enter() {
        gate.enter();
        if (ready) {
            return handle;
        }
        gate.leave();
        throw new IllegalStateException("the cache has no key yet");
    }

    void leave() {
        gate.leave();
    }

    /** Changes with the key. */
    int generation() {
        return generation.get();
    }

    @Override
    public boolean isReady() {
        return ready && !gate.isClosed();
    }

    @Override
    public int leases() {
        return gate.users();
    }

    @Override
    public HugePages hugePages() {
        gate.enter();
        try {
            return HugePages.of(handle);
        } finally {
            gate.leave();
        }
    }

    @Override
    public void close() {
        if (gate.close()) {
            Bridge.freeCache(handle);
        }
    }
}

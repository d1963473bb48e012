package org.motherlode.randomx;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A machine that hashes, 2 MiB; made by {@link RandomX#newVm}. One thread at a time: a second one that comes meanwhile gets
 * an {@link IllegalStateException}. It holds its memory only while it hashes, so an idle machine keeps nothing from being
 * released; memory that was re-keyed or released since is refused until {@link #use} is called.
 */
public final class Vm implements AutoCloseable {
    public static final int HASH_BYTES = 32;
    /** Blobs of all known chains are below 200 bytes. */
    public static final int LONGEST_INPUT = 512;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final boolean fast;
    private long handle;
    private Lease memory;

    Vm(long library, int flags, Lease memory) {
        this.fast = memory.isFast();
        this.memory = memory;
        long entered = memory.enter();
        try {
            handle = Bridge.newVm(library, fast ? flags | Flags.FULL_MEM : flags, entered);
        } finally {
            memory.leave();
        }
    }

    /** Hashes with this memory from now on; of the kind for which the machine was made. Costs nothing if it is the same. */
    public void use(Memory other) {
        begin();
        try {
            Lease next = Lease.on(other);
            if (next.isFast() != fast) {
                throw new IllegalArgumentException("this machine was made for the other kind of memory");
            }
            long entered = next.enter();
            try {
                Bridge.useMemory(handle, entered);
                memory = next;
            } finally {
                next.leave();
            }
        } finally {
            end();
        }
    }

    /** Writes the hash of {@code input} (at most 512 bytes) to {@code out} (32 bytes). */
    public void hash(byte[] input, byte[] out) {
        checkInput(input);
        checkOut(out);
        begin();
        try {
            memory.enter();
            try {
                Bridge.hash(handle, input, out);
            } finally {
                memory.leave();
            }
        } finally {
            end();
        }
    }

    /** All hits among the nonces, in one call into C that hashes and fills the next scratchpad at once. */
    public List<Hit> mine(byte[] blob, NonceRange nonces, Target target) {
        checkInput(blob);
        if (nonces.offset() > blob.length - nonces.bytes()) {
            throw new IllegalArgumentException("the nonce does not lie in the blob of " + blob.length + " bytes");
        }
        long[] plan = {nonces.offset(), nonces.bytes(), nonces.start(), nonces.count(), target.order()};
        begin();
        try {
            memory.enter();
            try {
                return Hit.read(Bridge.mine(handle, blob, plan, target.bytes()));
            } finally {
                memory.leave();
            }
        } finally {
            end();
        }
    }

    /**
     * Hashes {@code count} times in a loop in C, adding one to the first byte of the input each time; the last hash goes to
     * {@code out}. Only good for measuring what calls from Java cost.
     */
    public void hashSeries(byte[] input, int count, byte[] out) {
        checkInput(input);
        checkOut(out);
        begin();
        try {
            memory.enter();
            try {
                Bridge.hashSeries(handle, input, count, out);
            } finally {
                memory.leave();
            }
        } finally {
            end();
        }
    }

    @Override
    public void close() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the machine is in use by another thread");
        }
        try {
            if (handle != 0) {
                Bridge.freeVm(handle);
            }
            handle = 0;
        } finally {
            end();
        }
    }

    private void begin() {
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("the machine is in use by another thread");
        }
        if (handle == 0) {
            end();
            throw new IllegalStateException("the machine is closed");
        }
    }

    private void end() {
        busy.set(false);
    }

    private static void checkInput(byte[] input) {
        if (input.length > LONGEST_INPUT) {
            throw new IllegalArgumentException("an input has at most 512 bytes, not " + input.length);
        }
    }

    private static void checkOut(byte[] out) {
        if (out.length != HASH_BYTES) {
            throw new IllegalArgumentException("a hash is written to 32 bytes, not " + out.length);
        }
    }
}

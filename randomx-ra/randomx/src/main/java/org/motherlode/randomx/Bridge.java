package org.motherlode.randomx;

/** Every call into C, and nothing else. A handle is an address; 0 is none. The C side checks all arguments again. */
final class Bridge {
    static {
        BridgeLoader.load();
    }

    private Bridge() {}

    static native long openLibrary(String path);

    static native int flags(long library);

    static native long datasetItems(long library);

    static native boolean hasCommitment(long library);

    static native void commitment(long library, byte[] input, byte[] hash, byte[] out);

    /** 2: memory may be writable and executable at once; 1: one after the other; 0: never executable. */
    static native int executableMemory();

    static native long newCache(long library, int flags);

    static native void initCache(long cache, byte[] key);

    static native void freeCache(long cache);

    static native long newDataset(long library, int flags);

    /** {@code range} is the first item and how many. */
    static native void initItems(long dataset, long cache, long[] range);

    static native void freeDataset(long dataset);

    /** Where the memory of a cache or dataset begins, or 0 where the library does not say. */
    static native long address(long region);

    static native long bytes(long region);

    /** 0 if the kernel took the advice to use huge pages, else its error number. */
    static native int advice(long region);

    /** {@code memory} is a dataset if the flags ask for full memory, else a cache. */
    static native long newVm(long library, int flags, long memory);

    static native void useMemory(long vm, long memory);

    static native void hash(long vm, byte[] input, byte[] out);

    static native void hashSeries(long vm, byte[] input, int count, byte[] out);

    /** {@code plan} is offset, size, start, count, order; the answer is hits of 8 + 32 bytes. */
    static native byte[] mine(long vm, byte[] blob, long[] plan, byte[] target);

    static native void freeVm(long vm);
}

package org.motherlode.randomx;

/** The memory of a machine as it was when the machine was told of it: a cache that has another key since is refused. */
record Lease(Memory memory, int generation) {
    static Lease on(Memory memory) {
        return new Lease(memory, generationOf(memory));
    }

    boolean isFast() {
        return memory instanceof Dataset;
    }

    /** The handle, which stays valid and unchanged until {@link #leave}. */
    long enter() {
        long handle = memory instanceof Cache cache ? cache.enter() : ((Dataset) memory).enter();
        if (generationOf(memory) == generation) {
            return handle;
        }
        leave();
        throw new IllegalStateException("the memory was made anew since the machine was told to use it");
    }

    void leave() {
        if (memory instanceof Cache cache) {
            cache.leave();
        } else {
            ((Dataset) memory).leave();
        }
    }

    private static int generationOf(Memory memory) {
        return memory instanceof Cache cache ? cache.generation() : ((Dataset) memory).generation();
    }
}

package org.motherlode.model.lock;

/** Somebody else holds the lock by now; what this holder wanted to write was not written. */
public final class FencedOffException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FencedOffException(Fence fence) {
        super("lock " + fence.lock() + " has a newer holder than number " + fence.number());
    }
}

package org.motherlode.ra.pool;

/** Where pools announce themselves before the adapter starts. */
public interface PoolRegistry {
    void add(ConfiguredPool pool);

    /** How the pool of this name, as written, is now; also before the adapter's start and after its stop. */
    PoolState state(String name);
}

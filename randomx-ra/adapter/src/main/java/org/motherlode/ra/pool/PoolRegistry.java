package org.motherlode.ra.pool;

/** Where pools announce themselves before the adapter starts. */
public interface PoolRegistry {
    void add(ConfiguredPool pool);
}

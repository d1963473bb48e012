package org.motherlode.ra.pool;

import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.SettingException;

/** A pool as it was configured, which may make no sense. */
public interface ConfiguredPool {
    /** As written, perhaps empty. */
    String getName();

    /** Reads the definition; an exception names the key and says what it should be. */
    PoolDefinition definition() throws SettingException;
}

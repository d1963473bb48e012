package org.motherlode.ra.pool;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.PoolDefinition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.SettingException;
import org.motherlode.stratum.json.PlainText;

/**
 * The pools after reading.
 *
 * @param good by name
 * @param unreadable by name as written, but of printable characters and not empty, with the sentence that says which key is wrong
 */
public record ReadPools(SortedMap<PoolName, PoolDefinition> good, Map<String, String> unreadable) {
    private static final Logger LOG = Logger.getLogger(ReadPools.class);
    private static final int MOST_CHARACTERS = 64;

    /** Reads all; one that makes no sense is left out and harms no other. */
    public static ReadPools of(Collection<? extends ConfiguredPool> configured) {
        SortedMap<PoolName, PoolDefinition> good = new TreeMap<>();
        Map<String, String> unreadable = new TreeMap<>();
        for (ConfiguredPool pool : configured) {
            try {
                PoolDefinition definition = pool.definition();
                if (good.putIfAbsent(definition.name(), definition) != null) {
                    throw new SettingException("name", "must be another one: there is a pool '" + pool.getName() + "'");
                }
            } catch (SettingException e) {
                String name = shown(pool.getName());
                LOG.errorf("pool '%s' stays closed: %s", name, e.getMessage());
                unreadable.merge(name, e.getMessage(), (one, two) -> one + "; " + two);
            }
        }
        return new ReadPools(good, unreadable);
    }

    /** Under which name a pool is spoken of, whatever was written. */
    private static String shown(String written) {
        return written.isBlank() ? "unnamed" : PlainText.of(written.strip(), MOST_CHARACTERS);
    }
}

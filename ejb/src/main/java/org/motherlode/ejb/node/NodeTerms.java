package org.motherlode.ejb.node;

import java.time.Duration;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;

/**
 * How a server looks after its node id.
 *
 * @param look the pause between two looks at the lock
 * @param patience how long the same has to be seen before it is believed: that the id is free, by a server that was refused
 *     it; that another server has it, by the one that had it. So a server gets its id back after an outage of the database,
 *     and not one that was waiting for it
 */
public record NodeTerms(Duration look, Duration patience) {
    public static NodeTerms of(Settings settings) throws SettingException {
        NodeTerms terms = new NodeTerms(
                Duration.ofMillis(settings.number("motherlode.node.look-millis", 1_000, 50, 60_000)),
                Duration.ofMillis(settings.number("motherlode.node.patience-millis", 15_000, 100, 600_000)));
        if (terms.patience.compareTo(terms.look.multipliedBy(2)) < 0) {
            throw new SettingException(
                    "motherlode.node.patience-millis", "must be at least twice motherlode.node.look-millis");
        }
        return terms;
    }
}

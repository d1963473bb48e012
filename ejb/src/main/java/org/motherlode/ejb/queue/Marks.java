package org.motherlode.ejb.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is written on a message beside its body, by name: enough to know what is missing when nobody can read the body. As
 * properties of the message their names begin with {@code motherlode_}.
 */
public record Marks(Map<String, String> values) {
    public static final Marks NONE = new Marks(Map.of());

    static final String ID = "id";
    static final String QUEUE = "queue";
    static final String WHY = "why";
    private static final String PREFIX = "motherlode_";

    public Marks {
        values = Map.copyOf(values);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Marks with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new Marks(more);
    }

    static Marks of(Message message) throws JMSException {
        Map<String, String> values = new TreeMap<>();
        for (Enumeration<?> names = message.getPropertyNames(); names.hasMoreElements(); ) {
            String property = String.valueOf(names.nextElement());
            if (property.startsWith(PREFIX)) {
                values.put(property.substring(PREFIX.length()), message.getStringProperty(property));
            }
        }
        return new Marks(values);
    }

    void writeOn(Message message) throws JMSException {
        for (Map.Entry<String, String> mark : values.entrySet()) {
            message.setStringProperty(PREFIX + mark.getKey(), mark.getValue());
        }
    }
}

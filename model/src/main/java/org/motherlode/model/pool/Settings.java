package org.motherlode.model.pool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A pool's settings: lines of {@code key = value}, separated by line ends or semicolons; a line that begins with
 * {@code #} is a comment. Keys are dotted lower-case words; the reader of a key checks its value and names it. So a value
 * holds neither a line end nor a semicolon; what would follow one in a password is not repeated to anybody.
 */
public record Settings(Map<String, String> values) {
    private static final Pattern SECRET = Pattern.compile(".*(password|login)");
    private static final Pattern KEY = Pattern.compile("text|scheme|[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

    public Settings {
        values = Map.copyOf(values);
    }

    public static Settings parse(String text) throws SettingException {
        Map<String, String> values = new LinkedHashMap<>();
        String before = "";
        for (String line : text.replace(';', '\n').lines().toList()) {
            String entry = line.strip();
            if (entry.isEmpty() || entry.startsWith("#")) {
                continue;
            }
            int equals = entry.indexOf('=');
            String key = entry.substring(0, Math.max(0, equals)).strip();
            if (equals < 1
                    || (SECRET.matcher(before).matches() && !KEY.matcher(key).matches())) {
                throw noSetting(before);
            }
            before = key;
            if (values.put(key, entry.substring(equals + 1).strip()) != null) {
                throw new SettingException(key, "must be set only once");
            }
        }
        return new Settings(values);
    }

    /** Does not repeat what was written, since that may be the rest of a password. */
    private static SettingException noSetting(String before) {
        return before.isEmpty()
                ? new SettingException("settings", "must be lines of 'key = value', and the first is none")
                : new SettingException(
                        before, "must have no ';' or line end in its value: what follows it is no 'key = value'");
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    public String text(String key, String otherwise) {
        return text(key).orElse(otherwise);
    }

    /** A whole number within the bounds, both included. */
    public long number(String key, long otherwise, long least, long most) throws SettingException {
        Optional<String> value = text(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        String should = "must be a whole number from " + least + " to " + most + ", not '" + value.get() + "'";
        try {
            long number = Long.parseLong(value.get());
            if (number < least || number > most) {
                throw new SettingException(key, should);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new SettingException(key, should);
        }
    }

    public boolean flag(String key, boolean otherwise) throws SettingException {
        String value = text(key, Boolean.toString(otherwise));
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new SettingException(key, "must be true or false, not '" + value + "'");
        };
    }

    /** Refuses keys outside {@code known}, so that a typing error is not silently a default. */
    public void requireKnown(Set<String> known) throws SettingException {
        Set<String> unknown = new TreeSet<>(values.keySet());
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new SettingException(
                    unknown.iterator().next(), "is not a setting; known are " + new TreeSet<>(known));
        }
    }

    /** Only the keys: there are passwords among the values. */
    @Override
    public String toString() {
        return "Settings" + new TreeSet<>(values.keySet());
    }
}

package org.motherlode.ctl.audit;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.Fingerprint;

/** Reads a bundle field by field, whatever fields it has, and works its fingerprint out on the way. */
final class BundleReader {
    private static final int MOST_FIELDS = 200;
    private static final int MOST_LINES = 10_000_000;
    private static final int MOST_STEPS = 64;
    private static final int MOST_LETTERS = 500;
    private static final String LINES = "lines";
    private static final String PATH = "path";

    private final Fingerprint fingerprint = new Fingerprint();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Map<String, String> line = new HashMap<>();
    private final List<AuditLine> lines = new ArrayList<>();
    private final List<String> path = new ArrayList<>();
    /** The names of what is open, each with those before it; the innermost first. */
    private final Deque<String> open = new ArrayDeque<>();

    private String key = "";
    private boolean sealed;

    private BundleReader() {}

    static Bundle read(InputStream in) throws UnreadableBundleException {
        try (JsonParser json = Json.createParser(in)) {
            return new BundleReader().all(json);
        } catch (JsonException e) {
            throw new UnreadableBundleException("this is no whole JSON document: " + e.getMessage());
        }
    }

    private Bundle all(JsonParser json) throws UnreadableBundleException {
        while (json.hasNext()) {
            take(json.next(), json);
        }
        if (!sealed) {
            throw new UnreadableBundleException("this is no bundle: it does not end with a fingerprint");
        }
        return new Bundle(new Fields("", fields), lines, path, fingerprint.hex());
    }

    private void take(JsonParser.Event event, JsonParser json) throws UnreadableBundleException {
        switch (event) {
            case KEY_NAME -> key = named(json.getString());
            case START_OBJECT, START_ARRAY -> begin();
            case END_OBJECT, END_ARRAY -> end(event);
            case VALUE_STRING -> value(shown(name(), json.getString()));
            default -> throw new UnreadableBundleException(name() + " must be text, as all values of a bundle");
        }
    }

    // What is read here is shown on somebody's terminal, and was written by somebody else.
    private static String named(String name) throws UnreadableBundleException {
        if (!name.matches("[a-z0-9_]{1,40}")) {
            throw new UnreadableBundleException("this is no bundle: a field's name has 1 to 40 of a-z, 0-9 and _");
        }
        return name;
    }

    private static String shown(String name, String value) throws UnreadableBundleException {
        if (value.length() > MOST_LETTERS || value.chars().anyMatch(Character::isISOControl)) {
            throw new UnreadableBundleException(
                    name + " must have at most " + MOST_LETTERS + " letters, and none that steers a terminal");
        }
        return value;
    }

    private void begin() throws UnreadableBundleException {
        if (open.size() > 4) {
            throw new UnreadableBundleException("this is no bundle: it has more levels than any");
        }
        open.push(name());
        key = "";
    }

    private void end(JsonParser.Event event) throws UnreadableBundleException {
        String ended = open.pop();
        key = "";
        if (event == JsonParser.Event.END_OBJECT && ended.equals(LINES)) {
            lines.add(line());
            line.clear();
        }
    }

    private void value(String value) throws UnreadableBundleException {
        String name = name();
        if (sealed) {
            throw new UnreadableBundleException("the fingerprint must be the last field, and behind it is " + name);
        }
        if (name.equals(Fingerprint.FIELD)) {
            sealed = true;
        } else {
            fingerprint.add(name, value);
        }
        if (name.equals(PATH)) {
            bounded(path.size(), MOST_STEPS, PATH);
            path.add(value);
        } else if (name.startsWith(LINES + '.')) {
            put(line, name.substring(LINES.length() + 1), value);
        } else {
            put(fields, name, value);
        }
        key = "";
    }

    private static void put(Map<String, String> into, String name, String value) throws UnreadableBundleException {
        bounded(into.size(), MOST_FIELDS, "the bundle");
        if (into.put(name, value) != null) {
            throw new UnreadableBundleException("the field " + name + " is there twice");
        }
    }

    private AuditLine line() throws UnreadableBundleException {
        bounded(lines.size(), MOST_LINES, LINES);
        return line(new Fields("line " + (lines.size() + 1) + ": ", line));
    }

    static AuditLine line(Fields fields) throws UnreadableBundleException {
        try {
            return new AuditLine(
                    fields.text("owner"), fields.whole("weight"), fields.whole("credit"), fields.whole("remainder"));
        } catch (IllegalArgumentException e) {
            throw new UnreadableBundleException(fields.of() + e.getMessage());
        }
    }

    private static void bounded(int size, int most, String what) throws UnreadableBundleException {
        if (size >= most) {
            throw new UnreadableBundleException(what + " must have no more than " + most + " entries");
        }
    }

    /** With those that it belongs to; an element of a list has the list's. */
    private String name() {
        String outer = open.isEmpty() ? "" : open.element();
        return key.isEmpty() || outer.isEmpty() ? outer + key : outer + '.' + key;
    }
}

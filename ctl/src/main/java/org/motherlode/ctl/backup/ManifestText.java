package org.motherlode.ctl.backup;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** A manifest as JSON. */
final class ManifestText {
    private ManifestText() {}

    static String write(Manifest manifest) {
        JsonObjectBuilder facts = Json.createObjectBuilder();
        manifest.facts().forEach(facts::add);
        JsonObject all = Json.createObjectBuilder()
                .add("format", manifest.format())
                .add("schema", manifest.schema())
                .add("taken_at", manifest.takenAt().toString())
                .add("database", manifest.database())
                .add("facts", facts)
                .add("tables", array(manifest.tables(), ManifestText::table))
                .add("files", array(manifest.files(), ManifestText::part))
                .add("days", array(manifest.days(), ManifestText::day))
                .add("counters", array(manifest.counters(), ManifestText::counter))
                .build();
        StringWriter text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.writeObject(all);
        }
        return text + "\n";
    }

    /** @throws BackupException also when it is of another format, by which it may look quite different */
    static Manifest read(String text) throws BackupException {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject all = reader.readObject();
            int format = all.getInt("format");
            if (format != Manifest.FORMAT) {
                throw new BackupException("it is of format " + format + ", and this program reads format "
                        + Manifest.FORMAT + ": use the program that made it");
            }
            SortedMap<String, String> facts = new TreeMap<>();
            JsonObject told = all.getJsonObject("facts");
            for (String name : told.keySet()) facts.put(name, told.getString(name));
            return new Manifest(
                    format,
                    all.getString("schema"),
                    Instant.parse(all.getString("taken_at")),
                    all.getString("database"),
                    list(all, "tables", ManifestText::table),
                    list(all, "days", ManifestText::day),
                    list(all, "counters", ManifestText::counter),
                    list(all, "files", ManifestText::part),
                    facts);
        } catch (JsonException
                | DateTimeException
                | ClassCastException
                | NullPointerException
                | ArithmeticException e) {
            throw new BackupException("its " + Manifest.NAME + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonObjectBuilder table(Manifest.Table table) {
        return Json.createObjectBuilder()
                .add("name", table.name())
                .add("columns", Json.createArrayBuilder(table.columns()))
                .add("rows", table.rows())
                .add("part", part(table.part()));
    }

    private static Manifest.Table table(JsonObject object) {
        return new Manifest.Table(
                object.getString("name"),
                object.getJsonArray("columns").getValuesAs(JsonString::getString),
                object.getJsonNumber("rows").longValueExact(),
                part(object.getJsonObject("part")));
    }

    private static JsonObjectBuilder part(Manifest.Part part) {
        return Json.createObjectBuilder()
                .add("name", part.name())
                .add("bytes", part.bytes())
                .add("sha256", part.sha256());
    }

    private static Manifest.Part part(JsonObject object) {
        return new Manifest.Part(
                object.getString("name"), object.getJsonNumber("bytes").longValueExact(), object.getString("sha256"));
    }

    private static JsonObjectBuilder day(Manifest.Day day) {
        return Json.createObjectBuilder()
                .add("name", day.name())
                .add("parent", day.parent())
                .add("bound", day.bound())
                .add("options", day.options());
    }

    private static Manifest.Day day(JsonObject object) {
        return new Manifest.Day(
                object.getString("name"),
                object.getString("parent"),
                object.getString("bound"),
                object.getString("options"));
    }

    private static JsonObjectBuilder counter(Manifest.Counter counter) {
        return Json.createObjectBuilder()
                .add("table", counter.table())
                .add("column", counter.column())
                .add("value", counter.value())
                .add("used", counter.used());
    }

    private static Manifest.Counter counter(JsonObject object) {
        return new Manifest.Counter(
                object.getString("table"),
                object.getString("column"),
                object.getJsonNumber("value").longValueExact(),
                object.getBoolean("used"));
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> written) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        values.forEach(value -> array.add(written.apply(value)));
        return array;
    }

    private static <T> List<T> list(JsonObject object, String name, Function<JsonObject, T> read) {
        return object.getJsonArray(name).stream()
                .map(JsonValue::asJsonObject)
                .map(read)
                .toList();
    }
}

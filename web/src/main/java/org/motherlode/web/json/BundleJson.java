package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.OutputStream;
import java.util.Map;
import java.util.function.Consumer;
import org.motherlode.model.audit.BundleSink;

/** A bundle as JSON, written as it comes: nothing of it is kept. */
public final class BundleJson implements BundleSink {
    private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

    private final JsonGenerator json;

    private BundleJson(JsonGenerator json) {
        this.json = json;
    }

    /** Throws a {@link jakarta.json.JsonException} if the stream takes no more. */
    public static void write(Consumer<BundleSink> bundle, OutputStream out) {
        JsonGenerator json = GENERATORS.createGenerator(out);
        json.writeStartObject();
        bundle.accept(new BundleJson(json));
        json.writeEnd();
        json.close(); // only what is whole can be closed
    }

    @Override
    public void put(String name, String value) {
        json.write(name, value);
    }

    @Override
    public void begin(String name) {
        json.writeStartObject(name);
    }

    @Override
    public void beginList(String name) {
        json.writeStartArray(name);
    }

    @Override
    public void beginItem() {
        json.writeStartObject();
    }

    @Override
    public void item(String value) {
        json.write(value);
    }

    @Override
    public void end() {
        json.writeEnd();
    }
}

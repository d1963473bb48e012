package org.motherlode.ejb.settlement;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import org.motherlode.model.audit.BundleSink;

/** A bundle as the JSON interface sends it. */
record TextSink(JsonGenerator json) implements BundleSink {
    static byte[] bytes(Consumer<BundleSink> bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonGenerator json = Json.createGenerator(bytes);
        json.writeStartObject();
        bundle.accept(new TextSink(json));
        json.writeEnd().close();
        return bytes.toByteArray();
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

package org.motherlode.ctl.audit;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.util.function.Consumer;
import org.motherlode.model.audit.BundleSink;

/** A bundle as text. */
record JsonSink(JsonGenerator json) implements BundleSink {
    static String text(Consumer<BundleSink> bundle) {
        StringWriter text = new StringWriter();
        JsonGenerator json = Json.createGenerator(text);
        json.writeStartObject();
        bundle.accept(new JsonSink(json));
        json.writeEnd().close();
        return text.toString();
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

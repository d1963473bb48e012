package org.motherlode.stratum.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Reading and writing of one line of JSON. What is read must be UTF-8, name no key twice, nest at most {@link #DEPTH}
 * deep, have at most {@link #TOKENS} parts and hold no number longer than {@link #NUMBER_CHARS}. A text may be as long as its
 * line, which whoever takes the line has a bound for. What is written is ASCII on one line.
 */
public final class StrictJson {
    /** Objects and arrays inside each other; a share needs two, a login with its algorithms three. */
    public static final int DEPTH = 8;

    /** Names, values, brackets; a login with forty algorithms has sixty, so that neither keys nor elements become many. */
    public static final int TOKENS = 200;

    public static final int NUMBER_CHARS = 64;
    public static final int NAME_CHARS = 64;

    /** Names are neither interned nor shared: that table would be filled by strangers. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxTokenCount(TOKENS)
                    .maxNumberLength(NUMBER_CHARS)
                    .maxNameLength(NAME_CHARS)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private StrictJson() {}

    /** What writes the members of one object. */
    @FunctionalInterface
    public interface Members {
        void writeTo(JsonGenerator json) throws IOException;
    }

    /** A parser of a line; its character offsets are those of {@link Utf8Line#slice}. */
    public static JsonParser parser(Utf8Line line) throws IOException {
        return FACTORY.createParser(line.reader());
    }

    /** One object as one line, without a line end. */
    public static String object(Members members) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(line)) {
            json.writeStartObject();
            members.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return line.toString();
    }
}

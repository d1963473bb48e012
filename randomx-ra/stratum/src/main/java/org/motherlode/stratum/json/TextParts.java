package org.motherlode.stratum.json;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The text at which a parser stands, in the parts in which the parser has it: a long one is not put together where only
 * its beginning, or one character after the other, is wanted. Good until the parser goes on.
 */
public final class TextParts implements CharSequence {
    private final List<CharBuffer> parts = new ArrayList<>();
    private int length;

    private TextParts() {}

    public static TextParts of(JsonParser json) throws IOException {
        TextParts text = new TextParts();
        try (Writer writer = text.new Collecting()) {
            json.getText(writer);
        }
        return text;
    }

    /** At most so many characters of the text at which a parser stands. */
    public static String start(JsonParser json, int most) throws IOException {
        return json.getTextLength() <= most
                ? json.getText()
                : of(json).subSequence(0, most).toString();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        int within = index;
        for (CharBuffer part : parts) {
            if (within < part.length()) {
                return part.charAt(within);
            }
            within -= part.length();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        StringBuilder some = new StringBuilder(to - from);
        for (int at = from; at < to; at++) {
            some.append(charAt(at));
        }
        return some;
    }

    @Override
    public String toString() {
        return subSequence(0, length).toString();
    }

    /** Keeps what it is given where it is. */
    private final class Collecting extends Writer {
        @Override
        public void write(char[] chars, int from, int count) {
            parts.add(CharBuffer.wrap(chars, from, count).slice());
            length += count;
        }

        @Override
        public void write(String text, int from, int count) {
            parts.add(CharBuffer.wrap(text, from, from + count).slice());
            length += count;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

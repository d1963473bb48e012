package org.motherlode.stratum.json;

/** Text of a stranger, made fit for a log line, a database column and a page that forgets to escape control characters. */
public final class PlainText {
    private PlainText() {}

    /** At most {@code most} characters; control characters, format characters and halves of pairs become {@code ?}. */
    public static String of(String text, int most) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), most));
        for (int at = 0; at < text.length() && plain.length() < most; ) {
            int point = text.codePointAt(at);
            int width = Character.charCount(point);
            if (plain.length() + width > most) {
                break;
            }
            plain.appendCodePoint(isPlain(point) ? point : '?');
            at += width;
        }
        return plain.toString();
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}

package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.regex.Pattern;
import org.motherlode.stratum.json.Utf8Line;

/** The text of a request's id, of whatever kind of JSON value, to be echoed as it came. */
final class RequestId {
    static final String NONE = "null";

    /** Ids are numbers or short names; a longer one is somebody's attempt to be sent a lot of bytes. */
    private static final int MOST_CHARS = 128;

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RequestId() {}

    /**
     * The value at which the parser stands, to its end. Control characters can only be white space between the parts of
     * an array or object here, so that blanks may take their place: an answer must stay on one line.
     */
    static String read(JsonParser json, Utf8Line line) throws IOException {
        int start = Math.toIntExact(json.currentTokenLocation().getCharOffset());
        int end;
        if (json.currentToken().isNumeric()) {
            end = start + json.getTextLength();
        } else {
            json.skipChildren();
            json.finishToken();
            end = Math.toIntExact(json.currentLocation().getCharOffset());
        }
        if (end - start > MOST_CHARS) {
            throw new MisshapenException("the request's id has more than " + MOST_CHARS + " characters");
        }
        return CONTROL.matcher(line.slice(start, end)).replaceAll(" ");
    }
}

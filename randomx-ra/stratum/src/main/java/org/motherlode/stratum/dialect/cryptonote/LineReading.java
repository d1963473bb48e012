package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;
import org.motherlode.stratum.json.PlainText;
import org.motherlode.stratum.json.StrictJson;
import org.motherlode.stratum.json.TextParts;
import org.motherlode.stratum.json.Utf8Line;

/** The reading of one line. An object of its own because the id must be known even when what follows it is broken. */
final class LineReading {
    private static final int WORDS_CHARS = 160;

    private String id = RequestId.NONE;
    private Optional<String> method = Optional.empty();
    private Optional<Params> params = Optional.empty();

    Request read(byte[] line) {
        try {
            readMembers(new Utf8Line(line));
            return request();
        } catch (CharacterCodingException notUtf8) {
            return unusable(Problem.MALFORMED, "not UTF-8");
        } catch (JsonProcessingException notJson) {
            return unusable(Problem.MALFORMED, "not JSON: " + notJson.getOriginalMessage());
        } catch (IOException misshapen) {
            return unusable(Problem.MALFORMED, String.valueOf(misshapen.getMessage()));
        }
    }

    private void readMembers(Utf8Line line) throws IOException {
        try (JsonParser json = StrictJson.parser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new MisshapenException("not an object");
            }
            while (json.nextToken() != JsonToken.END_OBJECT) {
                readMember(json, line);
            }
            if (json.nextToken() != null) {
                throw new MisshapenException("more than one value on the line");
            }
        }
    }

    private void readMember(JsonParser json, Utf8Line line) throws IOException {
        String key = json.currentName();
        JsonToken value = json.nextToken();
        if (key.equals("id")) {
            id = RequestId.read(json, line);
        } else if (key.equals("method") && value == JsonToken.VALUE_STRING) {
            method = Optional.of(TextParts.start(json, WORDS_CHARS));
        } else if (key.equals("params") && value == JsonToken.START_OBJECT) {
            params = Optional.of(Params.read(json));
        } else {
            json.skipChildren();
        }
    }

    private Request request() throws MisshapenException {
        String name = method.orElseThrow(() -> new MisshapenException("method is missing or no text"));
        return switch (name) {
            case "login" -> login(needed());
            case "submit" -> submit(needed());
            case "block_template" -> propose(needed());
            case "getjob" -> new Request.GetJob(id, session());
            case "keepalived" -> new Request.KeepAlive(id, session());
            default -> unusable(Problem.UNKNOWN_METHOD, "method " + name);
        };
    }

    private Request login(Params given) throws MisshapenException {
        return new Request.Login(
                id,
                given.required(Field.LOGIN),
                given.text(Field.PASS).orElse(""),
                given.cut(Field.AGENT),
                given.text(Field.RIG).filter(rig -> !rig.isBlank()),
                given.algorithms(),
                form(given));
    }

    private static WorkForm.Wish form(Params given) throws MisshapenException {
        if (given.text(Field.MODE).filter("self-select"::equals).isPresent()) {
            return WorkForm.Wish.CHOOSING;
        }
        boolean proxy = given.cut(Field.AGENT).contains("xmr-node-proxy");
        return proxy ? WorkForm.Wish.FILLING : WorkForm.Wish.HASHING;
    }

    private Request submit(Params given) throws MisshapenException {
        List<Octets> extras =
                given.text(Field.COMMITMENT).isPresent() ? List.of(given.octets(Field.COMMITMENT)) : List.of();
        return new Request.Submit(
                id,
                given.text(Field.SESSION).orElse(""),
                given.required(Field.JOB),
                given.octets(Field.NONCE),
                Optional.of(new Hash(given.octets(Field.RESULT))),
                extras,
                given.filled(),
                given.algorithm());
    }

    private Request propose(Params given) throws MisshapenException {
        return new Request.Propose(
                id,
                given.text(Field.SESSION).orElse(""),
                given.required(Field.JOB),
                given.block(),
                given.count("height"),
                Difficulty.of(Math.max(1, given.count("difficulty"))),
                given.required(Field.PREVIOUS),
                given.required(Field.SEED));
    }

    private Params needed() throws MisshapenException {
        return params.orElseThrow(() -> new MisshapenException("params are missing or no object"));
    }

    private String session() throws MisshapenException {
        return params.isPresent() ? params.get().text(Field.SESSION).orElse("") : "";
    }

    private Request unusable(Problem problem, String words) {
        return new Request.Unusable(id, problem, PlainText.of(words, WORDS_CHARS));
    }
}

package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Extension;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.stratum.json.StrictJson;

/**
 * Login, submit, keepalived and getjob as XMRig 6.26 and xmrig-proxy speak them. Difficulties go out as eight-byte
 * targets; nonce and result come in as hex of either case and leave as bytes, so that spelling cannot make a share new.
 */
public final class CryptonoteDialect implements Dialect {
    @Override
    public String name() {
        return "cryptonote";
    }

    @Override
    public Request read(byte[] line) {
        return new LineReading().read(line);
    }

    @Override
    public Optional<String> welcome(Request.Hello hello, String sessionId) {
        return Optional.empty();
    }

    /** The extension {@code connect}, a relay for connections of strangers to strangers, is never offered. */
    @Override
    public String loggedIn(Request.Login login, Welcome welcome) {
        return answer(login.requestId(), json -> {
            json.writeStringField("id", welcome.sessionId());
            json.writeObjectFieldStart("job");
            JobMembers.write(json, welcome.first());
            json.writeEndObject();
            json.writeStringField("status", "OK");
            json.writeArrayFieldStart("extensions");
            json.writeString("algo");
            json.writeString("keepalive");
            for (Extension extension : new TreeSet<>(welcome.offered())) {
                json.writeString(extension.name().toLowerCase(Locale.ROOT));
            }
            json.writeEndArray();
        });
    }

    @Override
    public String loginRefused(Request.Login login, String sentence) {
        return error(login.requestId(), new Wording(Wording.FINAL, sentence));
    }

    @Override
    public String loginDeferred(Request.Login login, String sentence) {
        return error(login.requestId(), new Wording(Wording.LATER, sentence));
    }

    @Override
    public String job(JobOffer offer, String sessionId) {
        return StrictJson.object(json -> {
            json.writeStringField("jsonrpc", "2.0");
            json.writeStringField("method", "job");
            json.writeObjectFieldStart("params");
            JobMembers.write(json, offer);
            json.writeStringField("id", sessionId);
            json.writeEndObject();
        });
    }

    /** XMRig never asks; the members stand in the result as in a pushed job. */
    @Override
    public String jobAnswer(Request.GetJob request, JobOffer offer, String sessionId) {
        return answer(request.requestId(), json -> {
            JobMembers.write(json, offer);
            json.writeStringField("id", sessionId);
        });
    }

    @Override
    public String accepted(Request.Submit submit) {
        return answer(submit.requestId(), json -> json.writeStringField("status", "OK"));
    }

    @Override
    public String refused(Request.Submit submit, ShareRefusal why) {
        return error(submit.requestId(), Wording.of(why));
    }

    @Override
    public String refused(Request.Submit submit, ShareRefusal why, String sentence) {
        return error(submit.requestId(), new Wording(Wording.of(why).code(), sentence));
    }

    @Override
    public String acceptedLate(Request.Submit submit) {
        return error(submit.requestId(), Wording.NOT_STORED_YET);
    }

    @Override
    public String proposalTaken(Request.Propose propose) {
        return answer(propose.requestId(), json -> json.writeStringField("status", "OK"));
    }

    /** XMRig counts nothing and asks its node once more. */
    @Override
    public String proposalRefused(Request.Propose propose, String sentence) {
        return error(propose.requestId(), new Wording(Wording.FINAL, sentence));
    }

    @Override
    public String alive(Request.KeepAlive request) {
        return answer(request.requestId(), json -> json.writeStringField("status", "KEEPALIVED"));
    }

    @Override
    public String problem(String requestId, Problem problem) {
        return error(requestId, Wording.of(problem));
    }

    @Override
    public String banned(String requestId, String sentence) {
        return error(requestId, new Wording(Wording.LATER, sentence));
    }

    /** The login, which has the id 1 with XMRig and its kin, will have been the first line. */
    @Override
    public String turnedAway(String sentence) {
        return banned("1", sentence);
    }

    @Override
    public String dismissed(String sentence) {
        return error(Request.NO_ID, new Wording(Wording.FINAL, sentence));
    }

    /**
     * XMRig takes every error answer to its login as final and then sits on the open connection; a line that could not be
     * read may have been a login. What a logged-in miner asks in vain (an unknown method, a second login, a job while there
     * is none) costs it nothing: whoever has no work for too long is sent away when its grace is over.
     */
    @Override
    public boolean closesAfter(Problem problem) {
        return switch (problem) {
            case NOT_LOGGED_IN, MALFORMED, LINE_TOO_LONG, TOO_FAST, BANNED, BAD_HASHES -> true;
            case UNKNOWN_METHOD, LOGGED_IN_ALREADY, LATER, NO_WORK -> false;
        };
    }

    private static String answer(String requestId, StrictJson.Members result) {
        return StrictJson.object(json -> {
            head(json, requestId);
            json.writeNullField("error");
            json.writeObjectFieldStart("result");
            result.writeTo(json);
            json.writeEndObject();
        });
    }

    /** XMRig passes over what has neither an id nor a method; with a method, whatever its name, it logs the error. */
    private static String error(String requestId, Wording wording) {
        return StrictJson.object(json -> {
            head(json, requestId);
            if (requestId.equals(Request.NO_ID)) {
                json.writeStringField("method", "error");
            }
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", wording.code());
            json.writeStringField("message", wording.message());
            json.writeEndObject();
        });
    }

    /** The id is JSON text already: the reader took it from a parsed line. */
    private static void head(JsonGenerator json, String requestId) throws IOException {
        json.writeFieldName("id");
        json.writeRawValue(requestId);
        json.writeStringField("jsonrpc", "2.0");
    }
}

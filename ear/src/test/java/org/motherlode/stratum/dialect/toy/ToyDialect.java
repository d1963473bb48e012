package org.motherlode.stratum.dialect.toy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;

/**
 * {@code JOIN address worker}, {@code SHARE session job nonce}; answers {@code WORK session job bytes nonceOffset target},
 * {@code GOOD}, {@code BAD why}. A miner claims no hash.
 */
public final class ToyDialect implements Dialect {
    private static final String NO_ID = "0";

    @Override
    public String name() {
        return "toy";
    }

    @Override
    public Request read(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII);
        List<String> words = List.of(text.split(" ", -1));
        if (words.get(0).equals("JOIN") && words.size() == 3) {
            return new Request.Login(NO_ID, words.get(1), "", "toy", Optional.of(words.get(2)), List.of());
        }
        if (words.get(0).equals("SHARE") && words.size() == 4 && words.get(3).matches("([0-9a-f]{2})+")) {
            Octets nonce = Octets.ofHex(words.get(3));
            return new Request.Submit(NO_ID, words.get(1), words.get(2), nonce, Optional.empty(), List.of());
        }
        return new Request.Unusable(NO_ID, Problem.MALFORMED, "not a toy line");
    }

    @Override
    public Optional<String> welcome(Request.Hello hello, String sessionId) {
        return Optional.empty();
    }

    @Override
    public String loggedIn(Request.Login login, Welcome welcome) {
        return job(welcome.first(), welcome.sessionId());
    }

    @Override
    public String loginRefused(Request.Login login, String sentence) {
        return "BAD " + sentence;
    }

    @Override
    public String job(JobOffer offer, String sessionId) {
        return String.join(
                " ",
                "WORK",
                sessionId,
                offer.id(),
                offer.job().hashingBytes().hex(),
                Integer.toString(offer.job().nonceOffset()),
                offer.difficulty().target().toString(16));
    }

    @Override
    public String jobAnswer(Request.GetJob request, JobOffer offer, String sessionId) {
        return job(offer, sessionId);
    }

    @Override
    public String accepted(Request.Submit submit) {
        return "GOOD";
    }

    @Override
    public String refused(Request.Submit submit, ShareRefusal why) {
        return "BAD " + why;
    }

    @Override
    public String alive(Request.KeepAlive request) {
        return "GOOD";
    }

    @Override
    public String problem(String requestId, Problem problem) {
        return "BAD " + problem;
    }

    @Override
    public String banned(String requestId, String sentence) {
        return "BAD " + sentence;
    }

    @Override
    public boolean closesAfter(Problem problem) {
        return true;
    }
}

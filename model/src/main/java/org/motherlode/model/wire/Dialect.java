package org.motherlode.model.wire;

import java.util.Optional;
import org.motherlode.model.share.ShareRefusal;

/**
 * A wire dialect as a codec without state: one line in, one {@link Request} out; an answer in, one line out, without its
 * line end. Found by {@link java.util.ServiceLoader} and chosen by the listening port. Never throws on what a miner sent.
 */
public interface Dialect {
    /** The name in a port's definition, for example {@code cryptonote}. */
    String name();

    /** Reads one line of at most the adapter's line limit, without its line end. */
    Request read(byte[] line);

    /** The answer to a {@link Request.Hello}; empty if the dialect knows none. */
    Optional<String> welcome(Request.Hello hello, String sessionId);

    /**
     * The answer to a successful login. It carries the first job where the dialect wants that, so the adapter answers
     * only when it has one.
     */
    String loggedIn(Request.Login login, Welcome welcome);

    /** The answer to a login that failed; the adapter closes the socket after it. */
    String loginRefused(Request.Login login, String sentence);

    /** The same for a login with which nothing is wrong: it may be let in later. Not every dialect can tell the difference. */
    default String loginDeferred(Request.Login login, String sentence) {
        return loginRefused(login, sentence);
    }

    /** A new job, pushed. */
    String job(JobOffer offer, String sessionId);

    /** The answer to {@link Request.GetJob}. */
    String jobAnswer(Request.GetJob request, JobOffer offer, String sessionId);

    String accepted(Request.Submit submit);

    String refused(Request.Submit submit, ShareRefusal why);

    /** The same with a sentence that says more. Not every dialect has room for it. */
    default String refused(Request.Submit submit, ShareRefusal why, String sentence) {
        return refused(submit, why);
    }

    /**
     * The answer to a share that is good, but not stored in the time that its miner waits. It will be credited all the same, unless
     * the server dies before, and sent again it would be a duplicate. Not every dialect can tell the difference.
     */
    default String acceptedLate(Request.Submit submit) {
        return refused(submit, ShareRefusal.NOT_READY);
    }

    /** The answer to a proposal that can be mined. A dialect that reads none need not know it. */
    default String proposalTaken(Request.Propose propose) {
        return problem(propose.requestId(), Problem.UNKNOWN_METHOD);
    }

    String alive(Request.KeepAlive request);

    /** The answer to a proposal that cannot be mined, with a sentence that says why. */
    default String proposalRefused(Request.Propose propose, String sentence) {
        return problem(propose.requestId(), Problem.UNKNOWN_METHOD);
    }

    /** An answer to anything else: not logged in, not understood, nothing to do. */
    String problem(String requestId, Problem problem);

    /**
     * The last line to somebody who is kept out for a while; {@code sentence} says why and for how long. An answer to what
     * brought it about, or to {@link Request#NO_ID nothing}.
     */
    default String banned(String requestId, String sentence) {
        return problem(requestId, Problem.BANNED);
    }

    /** The same at the door, to somebody of whom nothing was read yet. */
    default String turnedAway(String sentence) {
        return banned(Request.NO_ID, sentence);
    }

    /** The last line to somebody for whom there is no work any more that it can do; {@code sentence} says why. */
    default String dismissed(String sentence) {
        return problem(Request.NO_ID, Problem.NO_WORK);
    }

    /** Whether a miner of this dialect waits for ever after this problem unless the socket is closed. */
    boolean closesAfter(Problem problem);
}

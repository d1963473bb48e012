package org.motherlode.model.wire;

import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.work.Difficulty;
import org.motherlode.model.work.Hash;

/**
 * What a miner sent. {@code requestId} is the JSON text of its id ({@code 7}, {@code "a"}, {@code null}), echoed as it
 * came.
 */
public sealed interface Request {
    /** The id of what answers no request, and of a request that came without. */
    String NO_ID = "null";

    String requestId();

    <R> R fold(Cases<R> cases);

    /** One method for each request. */
    interface Cases<R> {
        R hello(Hello hello);

        R login(Login login);

        R submit(Submit submit);

        R propose(Propose propose);

        R getJob(GetJob getJob);

        R keepAlive(KeepAlive keepAlive);

        R unusable(Unusable unusable);
    }

    /** A greeting before login, for example {@code mining.subscribe}. */
    record Hello(String requestId, String agent) implements Request {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.hello(this);
        }
    }

    /**
     * Wants work to be credited to a user.
     *
     * @param user as sent: an address, perhaps with suffixes that the adapter reads
     * @param rig the worker's name where the dialect has a field for it
     * @param algorithms what the miner says that it can do; empty if it says nothing
     * @param form how it wants its work
     */
    record Login(
            String requestId,
            String user,
            String pass,
            String agent,
            Optional<String> rig,
            List<String> algorithms,
            WorkForm.Wish form)
            implements Request {
        /** One that wants its work as nearly all do. */
        public Login(
                String requestId,
                String user,
                String pass,
                String agent,
                Optional<String> rig,
                List<String> algorithms) {
            this(requestId, user, pass, agent, rig, algorithms, WorkForm.Wish.HASHING);
        }

        public Login {
            algorithms = List.copyOf(algorithms);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.login(this);
        }
    }

    /**
     * A share.
     *
     * @param nonce as it stands in the block
     * @param result the proof-of-work hash that the miner claims; absent where the dialect sends none
     * @param extras what a dialect sends beside, in its order (rx/2: the commitment's counterpart)
     * @param filled the bytes that the miner filled into a {@link WorkForm.Filling}; else empty
     * @param algorithm the function that the miner says it computed; only ever a reason to refuse, never one to believe
     */
    record Submit(
            String requestId,
            String sessionId,
            String jobId,
            Octets nonce,
            Optional<Hash> result,
            List<Octets> extras,
            Octets filled,
            Optional<String> algorithm)
            implements Request {
        /** Of a miner that fills in nothing but the nonce, and does not say what it computed. */
        public Submit(
                String requestId,
                String sessionId,
                String jobId,
                Octets nonce,
                Optional<Hash> result,
                List<Octets> extras) {
            this(requestId, sessionId, jobId, nonce, result, extras, Octets.empty(), Optional.empty());
        }

        public Submit {
            extras = List.copyOf(extras);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.submit(this);
        }
    }

    /**
     * A block that the miner's own node made for a job.
     *
     * @param block the whole template
     * @param seed as hex, of any length
     */
    record Propose(
            String requestId,
            String sessionId,
            String jobId,
            Octets block,
            long height,
            Difficulty difficulty,
            String previousId,
            String seed)
            implements Request {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.propose(this);
        }
    }

    /** Wants the current job once more. */
    record GetJob(String requestId, String sessionId) implements Request {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.getJob(this);
        }
    }

    /** Wants only to be heard. */
    record KeepAlive(String requestId, String sessionId) implements Request {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.keepAlive(this);
        }
    }

    /**
     * Nothing that can be done.
     *
     * @param words for the log, already cut to a harmless length and without control characters
     */
    record Unusable(String requestId, Problem problem, String words) implements Request {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unusable(this);
        }
    }
}

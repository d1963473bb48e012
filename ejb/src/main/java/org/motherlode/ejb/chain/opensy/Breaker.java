package org.motherlode.ejb.chain.opensy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Spares a node that cannot be reached, and whoever waits for it: after so many failures in a row nothing is asked for a while, then
 * one question is let through, whose answer decides. Only what kept an answer from coming counts; a refusal is an answer.
 */
final class Breaker {
    private final int failuresToOpen;
    private final Duration rest;
    private final InstantSource clock;
    private int failures;
    private Optional<Instant> openUntil = Optional.empty();

    Breaker(int failuresToOpen, Duration rest, InstantSource clock) {
        this.failuresToOpen = failuresToOpen;
        this.rest = rest;
        this.clock = clock;
    }

    /** A question that may be asked of the node. */
    @FunctionalInterface
    interface Question<T> {
        T ask() throws NodeUnavailableException;
    }

    <T> T let(String name, Question<T> question) throws NodeUnavailableException {
        enter(name);
        try {
            T answer = question.ask();
            closed();
            return answer;
        } catch (NodeUnavailableException e) {
            failed();
            throw e;
        }
    }

    /** While it is open the first who comes after the rest is let through, and whoever comes behind waits for another rest. */
    private synchronized void enter(String name) throws NodeUnavailableException {
        if (openUntil.isEmpty()) {
            return;
        }
        if (clock.instant().isBefore(openUntil.get())) {
            throw new NodeUnavailableException(name + " did not answer " + failures
                    + " times in a row; it is asked again after " + openUntil.get());
        }
        openUntil = Optional.of(clock.instant().plus(rest));
    }

    private synchronized void closed() {
        failures = 0;
        openUntil = Optional.empty();
    }

    private synchronized void failed() {
        failures++;
        if (failures >= failuresToOpen) {
            openUntil = Optional.of(clock.instant().plus(rest));
        }
    }
}

package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** A guard with a clock in the test's hand. */
final class House {
    final HandClock clock = new HandClock();
    final Figures figures = new Figures();
    /** From where those were that had to make room; their connections are not closed yet. */
    final List<String> displaced = new ArrayList<>();

    final Gatehouse guard;

    House(String settings) {
        try {
            guard = new Gatehouse(GuardSettings.of(Settings.parse(settings)), clock, figures, "node 7");
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    Optional<Visitor> arrive(String from) {
        return guard.arrive(address(from), () -> displaced.add(from)).fold(Optional::of, sentence -> Optional.empty());
    }

    /** One that must be let in. */
    Visitor visitor(String from) {
        return arrive(from).orElseThrow();
    }

    /** What somebody who is turned away hears; empty for nothing. */
    String turnedAway(String from) {
        return guard.arrive(address(from), () -> displaced.add(from))
                .fold(visitor -> "let in", sentence -> sentence.orElse(""));
    }

    /** What somebody who is inside and has to go hears. */
    static Optional<String> told(Visitor visitor) {
        return visitor.sentence().map(Sentence::words);
    }

    static void fail(Visitor visitor, ShareRefusal why, int times) {
        for (int i = 0; i < times; i++) {
            visitor.failed(why);
        }
    }

    static int allowed(Visitor visitor, Ask what, int tries) {
        int allowed = 0;
        for (int i = 0; i < tries; i++) {
            allowed += visitor.may(what) ? 1 : 0;
        }
        return allowed;
    }

    long count(Count what) {
        return figures.total(what);
    }
}

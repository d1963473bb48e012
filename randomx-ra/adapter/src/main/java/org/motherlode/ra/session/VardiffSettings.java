package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.work.Difficulty;

/**
 * A pool's wishes for the difficulty of its miners' jobs.
 *
 * @param proxyPace of a proxy, and of a miner that wishes for a difficulty: it keeps that as long as its shares do not come
 *     more often than this wants them
 * @param least absent for a hundredth of the port's start difficulty
 * @param fixed what every miner gets, whatever it wishes or finds
 * @param market the least that NiceHash gets
 * @param unforgeable the least of work whose shares can be forged for less; absent for what the function itself says
 */
public record VardiffSettings(
        Pace pace,
        Pace proxyPace,
        Optional<Difficulty> least,
        Difficulty most,
        Optional<Difficulty> fixed,
        Difficulty market,
        Optional<Difficulty> unforgeable) {
    private static final int PARTS_OF_START = 100;
    private static final long MARKET = 280_000;

    public static VardiffSettings of(Settings settings) throws SettingException {
        Optional<Difficulty> least = difficulty(settings, "vardiff.min");
        Difficulty most = Difficulty.of(settings.number("vardiff.max", Long.MAX_VALUE, 1, Long.MAX_VALUE));
        if (least.filter(difficulty -> difficulty.compareTo(most) > 0).isPresent()) {
            throw new SettingException("vardiff.min", "must not be above vardiff.max");
        }
        Pace pace = Pace.of(settings);
        Optional<Difficulty> market = difficulty(settings, "vardiff.nicehash");
        return new VardiffSettings(
                pace,
                pace.ofProxy(settings),
                least,
                most,
                difficulty(settings, "vardiff.fixed"),
                market.orElse(Difficulty.of(MARKET)),
                difficulty(settings, "vardiff.commitment-min"));
    }

    private static Optional<Difficulty> difficulty(Settings settings, String key) throws SettingException {
        return settings.text(key).isPresent()
                ? Optional.of(Difficulty.of(settings.number(key, 1, 1, Long.MAX_VALUE)))
                : Optional.empty();
    }

    /** What a miner begins with that gets in at a port of this start difficulty. */
    Vardiff vardiff(Member member, Difficulty start, long nowMillis) {
        Difficulty floor = least(start);
        if (member.program() == Program.NICEHASH) {
            floor = floor.max(market);
        }
        Pace followed = member.program() == Program.PROXY ? proxyPace : pace;
        Difficulty low = floor.min(most);
        return fixed.map(all -> new Vardiff(followed, new Vardiff.Range(all, all), all, nowMillis))
                .or(() -> member.fixed()
                        .map(wish -> wish.max(low).min(most))
                        .map(wish -> new Vardiff(proxyPace, new Vardiff.Range(wish, most), wish, nowMillis)))
                .orElseGet(() -> new Vardiff(followed, new Vardiff.Range(low, most), start, nowMillis));
    }

    /** The same for a port with a bound of its own. */
    public VardiffSettings onPort(ListenPort port) throws SettingException {
        if (port.least().filter(bound -> bound.compareTo(most) > 0).isPresent()) {
            throw new SettingException("ports", "must not have a min above vardiff.max");
        }
        return new VardiffSettings(pace, proxyPace, port.least().or(() -> least), most, fixed, market, unforgeable);
    }

    /** No easier than what a forger would have to spend, as far as {@code vardiff.max} allows. 1 is a function without such a bound. */
    Difficulty unforgeable(Difficulty wanted, Difficulty bound) {
        boolean bounded = bound.compareTo(Difficulty.of(1)) > 0;
        return bounded ? wanted.max(unforgeable.orElse(bound).min(most)) : wanted;
    }

    Difficulty least(Difficulty start) {
        long part = start.value().longValue() / PARTS_OF_START;
        return least.orElseGet(() -> Difficulty.of(Math.max(1, part)));
    }
}

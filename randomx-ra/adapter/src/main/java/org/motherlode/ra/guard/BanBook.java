package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/** The bans of this node, over ones among them for as long as they make the next one longer. Safe for any thread. */
final class BanBook implements BanDesk {
    private static final Comparator<Ban> BY_END =
            Comparator.comparing(Ban::until).thenComparing(ban -> ban.subject().text());

    private static final int IPV4_BYTES = 4;

    /** A ban, and when this node came to know it. */
    private record Known(Ban ban, Instant at) {}

    private final BanSettings settings;
    private final InstantSource clock;
    private final Figures figures;
    /** Changed inside the lock only; outside it may be read. */
    private final Map<BanSubject, Known> bans = new ConcurrentHashMap<>();

    private final TreeSet<Ban> byEnd = new TreeSet<>(BY_END);
    private final TreeMap<Integer, Integer> ipv4Lengths = new TreeMap<>();
    private final TreeMap<Integer, Integer> ipv6Lengths = new TreeMap<>();
    private final LinkedHashMap<BanSubject, Ban> unstored = new LinkedHashMap<>();
    private volatile long changes;

    BanBook(BanSettings settings, InstantSource clock, Figures figures) {
        this.settings = settings;
        this.clock = clock;
        this.figures = figures;
    }

    /** Grows with each ban that begins to hold: while it does not, nobody who was free has become banned. */
    long changes() {
        return changes;
    }

    /** The ban that keeps this address out; of several the one that lasts longest. */
    synchronized Optional<Ban> of(InetAddress address) {
        return lengths(address.getAddress().length).keySet().stream()
                .map(bits -> find(new BanSubject.Addresses(AddressRange.around(address, bits))))
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Ban::until));
    }

    @Override
    public synchronized Optional<Ban> find(BanSubject subject) {
        Instant now = clock.instant();
        return Optional.ofNullable(bans.get(subject)).map(Known::ban).filter(ban -> ban.holds(now));
    }

    /** Bans by the rules, longer than the last time; leaves one in force as it is. */
    synchronized void make(BanSubject subject, String reason, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Ban> last = Optional.ofNullable(bans.get(subject)).map(Known::ban);
        if (last.filter(ban -> ban.holds(now)).isPresent()) {
            return;
        }
        int before = last.filter(ban -> now.isBefore(ban.until().plus(settings.memory())))
                .map(Ban::times)
                .orElse(0);
        Ban ban = new Ban(subject, now, now.plus(settings.length(before)), before + 1, reason, actor);
        impose(ban);
        figures.count(Count.BANS_MADE);
        unstored.put(subject, ban);
        if (unstored.size() > settings.unstored()) {
            unstored.remove(unstored.keySet().iterator().next());
            figures.count(Count.BANS_FORGOTTEN);
        }
    }

    @Override
    public synchronized List<Ban> current() {
        Instant now = clock.instant();
        return byEnd.stream().filter(ban -> ban.holds(now)).toList();
    }

    @Override
    public synchronized void impose(Ban ban) {
        Instant now = clock.instant();
        forget(ban.subject());
        bans.put(ban.subject(), new Known(ban, now));
        byEnd.add(ban);
        count(ban.subject(), 1);
        if (bans.size() > settings.kept()) {
            forget(byEnd.first().subject());
        }
        if (ban.holds(now)) {
            changes++;
        }
    }

    @Override
    public synchronized void lift(BanSubject subject) {
        forget(subject);
        unstored.remove(subject);
    }

    @Override
    public synchronized List<Ban> unstored(int most) {
        return unstored.values().stream().limit(most).toList();
    }

    @Override
    public synchronized void stored(Collection<Ban> these) {
        these.forEach(ban -> unstored.remove(ban.subject(), ban));
    }

    /** All of them are looked at outside the lock, which each connection needs that comes; only changes are made inside. */
    @Override
    public void mirror(Collection<Ban> all, Instant asOf) {
        Set<BanSubject> elsewhere = new HashSet<>();
        for (Ban ban : all) {
            elsewhere.add(ban.subject());
            if (isNews(ban, asOf)) {
                adopt(ban, asOf);
            }
        }
        for (Known here : bans.values()) {
            if (!elsewhere.contains(here.ban().subject()) && !here.at().isAfter(asOf)) {
                drop(here);
            }
        }
    }

    private boolean isNews(Ban ban, Instant asOf) {
        return Optional.ofNullable(bans.get(ban.subject()))
                .filter(here -> here.at().isAfter(asOf) || here.ban().equals(ban))
                .isEmpty();
    }

    private synchronized void adopt(Ban ban, Instant asOf) {
        if (isNews(ban, asOf) && !unstored.containsKey(ban.subject())) {
            impose(ban);
        }
    }

    /** Unless it has changed since. */
    private synchronized void drop(Known gone) {
        BanSubject subject = gone.ban().subject();
        if (gone.equals(bans.get(subject)) && !unstored.containsKey(subject)) {
            forget(subject);
        }
    }

    synchronized int size() {
        return bans.size();
    }

    synchronized int waiting() {
        return unstored.size();
    }

    private Map<Integer, Integer> lengths(int addressBytes) {
        return addressBytes == IPV4_BYTES ? ipv4Lengths : ipv6Lengths;
    }

    private void forget(BanSubject subject) {
        Optional.ofNullable(bans.remove(subject)).ifPresent(known -> {
            byEnd.remove(known.ban());
            count(subject, -1);
        });
    }

    /** How many ranges there are of each length, so that an address is looked up once for each length in use. */
    private void count(BanSubject subject, int more) {
        subject.fold(
                range -> lengths(range.start().length())
                        .merge(range.bits(), more, (before, change) -> before + change == 0 ? null : before + change),
                wallet -> 0);
    }
}

package org.motherlode.ra.guard;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanDesk;
import org.motherlode.model.ban.BanSubject;
import org.motherlode.ra.network.Whereabouts;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;

/** The guard at work. */
public final class Gatehouse implements Guard {
    private final GuardSettings settings;
    private final InstantSource clock;
    private final Figures figures;
    private final String actor;
    private final BanBook bans;
    private final Origins<AddressRange> addresses;
    private final Origins<AddressRange> networks;
    private final Origins<WalletHere> wallets;
    private final Tenants tenants;
    private final Map<BanSubject, Long> told;
    private int inside;

    /** {@code actor}: who makes the bans of this guard, for their record. */
    public Gatehouse(GuardSettings settings, InstantSource clock, Figures figures, String actor) {
        this.settings = settings;
        this.clock = clock;
        this.figures = figures;
        this.actor = actor;
        this.bans = new BanBook(settings.bans(), clock, figures);
        this.tenants = new Tenants(settings.provenMillis(), settings.connections() - settings.newcomerPlaces());
        int remembered = settings.remembered();
        this.addresses = new Origins<>(remembered, () -> Origin.place(settings, 1, clock.millis()));
        this.networks =
                new Origins<>(remembered, () -> Origin.place(settings, settings.networkTimes(), clock.millis()));
        this.wallets = new Origins<>(remembered, () -> Origin.wallet(settings, clock.millis()));
        this.told = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<BanSubject, Long> eldest) {
                return size() > remembered;
            }
        };
        figures.read(Gauge.BANS_KNOWN, bans::size);
        figures.read(Gauge.BANS_UNSTORED, bans::waiting);
        figures.read(Gauge.ORIGINS, () -> addresses.size() + networks.size() + wallets.size());
    }

    /** The bans, for the beans. */
    public BanDesk desk() {
        return bans;
    }

    @Override
    public Arrival arrive(InetAddress from, Runnable close) {
        boolean exempt = settings.exempt().covers(from);
        Optional<Ban> ban = exempt ? Optional.empty() : bans.of(from);
        if (ban.isPresent()) {
            figures.count(Count.CONNECTIONS_BANNED);
            return new Arrival.Refused(ban.filter(this::isToBeTold).map(held -> Farewell.to(held, clock.instant())));
        }
        Optional<Place> place = exempt ? Optional.of(Place.free()) : place(from);
        if (place.isEmpty()) {
            return new Arrival.Refused(Optional.empty());
        }
        boolean inTime = place.get().take(Ask.ARRIVE, clock.millis());
        if (!inTime) {
            figures.count(Count.ARRIVALS_THROTTLED);
        }
        if (!inTime || !hasRoom(from)) {
            place.get().leave(addresses, networks);
            return new Arrival.Refused(Optional.empty());
        }
        Guest guest = new Guest(this, place.get(), close);
        if (!exempt) {
            tenants.enter(from, guest);
        }
        return new Arrival.Admitted(guest);
    }

    @Override
    public synchronized int inside() {
        return inside;
    }

    GuardSettings settings() {
        return settings;
    }

    Figures figures() {
        return figures;
    }

    InstantSource clock() {
        return clock;
    }

    Origins<WalletHere> wallets() {
        return wallets;
    }

    BanBook bans() {
        return bans;
    }

    void ban(AddressRange address, String reason) {
        bans.make(new BanSubject.Addresses(address), reason, actor);
    }

    void leave(Guest guest, Place place) {
        place.counted().ifPresent(from -> tenants.leave(from.where().exact(), guest));
        place.leave(addresses, networks);
        left();
    }

    /** It is inside and has had a good share. */
    void worked(Guest guest, Place.Counted from) {
        tenants.worked(from.where().exact(), guest, clock.millis());
    }

    /** Writing costs more than closing, so each ban is told now and then only. */
    private synchronized boolean isToBeTold(Ban ban) {
        long now = clock.millis();
        boolean tell = Optional.ofNullable(told.get(ban.subject()))
                .filter(last -> now - last < settings.bans().wordsMillis())
                .isEmpty();
        if (tell) {
            told.put(ban.subject(), now);
        }
        return tell;
    }

    private Optional<Place> place(InetAddress from) {
        Whereabouts where = Whereabouts.of(from);
        Optional<Origin> here = addresses.enter(where.address(), settings.perAddress());
        if (here.isEmpty()) {
            figures.count(Count.CONNECTIONS_REFUSED_ADDRESS);
            return Optional.empty();
        }
        Optional<Origin> around = networks.enter(where.network(), settings.perNetwork());
        if (around.isEmpty()) {
            addresses.leave(where.address(), here.get());
            figures.count(Count.CONNECTIONS_REFUSED_NETWORK);
            return Optional.empty();
        }
        return Optional.of(new Place(Optional.of(new Place.Counted(where, here.get(), around.get()))));
    }

    private boolean hasRoom(InetAddress newcomer) {
        boolean room = enter() || makeRoom(newcomer);
        if (!room) {
            figures.count(Count.CONNECTIONS_REFUSED_FULL);
        }
        return room;
    }

    private synchronized boolean enter() {
        if (inside >= settings.connections()) {
            return false;
        }
        inside++;
        return true;
    }

    /** One too many comes: somebody of the largest network without a good share lately may have to go for it. */
    private boolean makeRoom(InetAddress newcomer) {
        Optional<Guest> displaced = tenants.makeRoom(newcomer, clock.millis());
        displaced.ifPresent(guest -> {
            synchronized (this) {
                inside++;
            }
            figures.count(Count.CONNECTIONS_DISPLACED);
            guest.close();
        });
        return displaced.isPresent();
    }

    private synchronized void left() {
        inside--;
    }
}

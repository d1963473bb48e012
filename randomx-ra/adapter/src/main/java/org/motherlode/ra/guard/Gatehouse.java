package org.motherlode.ra.guard;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import org.motherlode.model.ban.AddressRange;

/** The guard at work. */
public final class Gatehouse implements Guard {
    private final GuardSettings settings;
    private final InstantSource clock;
    private final Origins<AddressRange> addresses;
    private final Origins<AddressRange> networks;
    private final Origins<String> wallets;
    private int inside;

    public Gatehouse(GuardSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        int remembered = settings.remembered();
        this.addresses = new Origins<>(remembered, () -> new Origin(settings, 1, clock.millis()));
        this.networks = new Origins<>(remembered, () -> new Origin(settings, settings.networkTimes(), clock.millis()));
        this.wallets = new Origins<>(remembered, () -> new Origin(settings, 1, clock.millis()));
    }

    @Override
    public Arrival arrive(InetAddress from) {
        if (!enter()) {
            return new Arrival.Refused(Optional.empty());
        }
        Optional<Place> place = settings.exempt().covers(from) ? Optional.of(Place.free()) : place(from);
        if (place.isEmpty()) {
            left();
            return new Arrival.Refused(Optional.empty());
        }
        return new Arrival.Admitted(new Guest(this, place.get()));
    }

    @Override
    public synchronized int inside() {
        return inside;
    }

    GuardSettings settings() {
        return settings;
    }

    long now() {
        return clock.millis();
    }

    Origins<String> wallets() {
        return wallets;
    }

    void leave(Place place) {
        place.leave(addresses, networks);
        left();
    }

    private Optional<Place> place(InetAddress from) {
        boolean six = from instanceof Inet6Address;
        AddressRange address = AddressRange.around(from, six ? 64 : 32);
        AddressRange network = AddressRange.around(from, six ? 56 : 24);
        Optional<Origin> here = addresses.enter(address, settings.perAddress());
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Optional<Origin> around = networks.enter(network, settings.perNetwork());
        if (around.isEmpty()) {
            addresses.leave(address, here.get());
            return Optional.empty();
        }
        return Optional.of(new Place(Optional.of(new Place.Counted(address, here.get(), network, around.get()))));
    }

    private synchronized boolean enter() {
        if (inside >= settings.connections()) {
            return false;
        }
        inside++;
        return true;
    }

    private synchronized void left() {
        inside--;
    }
}

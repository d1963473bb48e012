package org.motherlode.ejb.ban;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.infinispan.Cache;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.event.CacheEntryEvent;
import org.motherlode.model.ban.Ban;
import org.motherlode.model.ban.BanSubject;

/** The server's cache: replicated in a cluster, local on a server that is alone. Texts only, so that it needs no schema. */
final class BanCache implements SharedBans {
    private final Cache<String, String> cache;
    private final InstantSource clock;

    BanCache(Cache<String, String> cache, InstantSource clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public void tell(Ban ban) {
        String text = BanText.of(ban);
        Duration left = ban.left(clock.instant());
        if (!left.isZero() && !text.equals(cache.get(ban.subject().text()))) {
            cache.put(ban.subject().text(), text, left.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void untell(BanSubject subject) {
        cache.remove(subject.text());
    }

    @Override
    public List<Ban> all() {
        return cache.values().stream()
                .map(BanText::read)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Hears what is told and taken back on any node, until the returned action is run. */
    Runnable listen(Consumer<Ban> told, Consumer<BanSubject> untold) {
        Ear ear = new Ear(told, untold);
        cache.addListener(ear);
        return () -> cache.removeListener(ear);
    }

    /** Infinispan finds the methods by their annotations, and so wants them public. */
    @Listener
    public static final class Ear {
        private final Consumer<Ban> told;
        private final Consumer<BanSubject> untold;

        Ear(Consumer<Ban> told, Consumer<BanSubject> untold) {
            this.told = told;
            this.untold = untold;
        }

        @CacheEntryCreated
        @CacheEntryModified
        public void told(CacheEntryEvent<String, String> event) {
            if (!event.isPre()) {
                Optional.ofNullable(event.getValue()).flatMap(BanText::read).ifPresent(told);
            }
        }

        @CacheEntryRemoved
        public void untold(CacheEntryEvent<String, String> event) {
            if (!event.isPre()) {
                BanSubject.parse(event.getKey()).ifPresent(untold);
            }
        }
    }
}

package org.motherlode.web.live;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.motherlode.model.view.Projections;

/** The live side of the server, put together. */
@Singleton
class Live {
    private final Reception reception;
    private final Feed feed;

    @Inject
    Live(Projections projections) {
        LiveBounds bounds = LiveBounds.read(System::getProperty);
        Audience audience = new Audience(bounds);
        Envelope envelope = new Envelope(InstantSource.system());
        this.reception = new Reception(projections, audience, envelope, bounds);
        this.feed = new Feed(projections, audience, envelope);
    }

    Reception reception() {
        return reception;
    }

    Feed feed() {
        return feed;
    }
}

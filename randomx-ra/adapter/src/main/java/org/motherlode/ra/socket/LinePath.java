package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.function.BooleanSupplier;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.statistics.Figures;

/** From the bytes of a connection that may speak to the lines that its session gets. */
record LinePath(SocketSettings settings, Figures figures) {
    /**
     * In the order in which they belong into a pipeline.
     *
     * @param withinRecord whether only half of what is encrypted together has come
     */
    ChannelHandler[] handlers(Channel channel, ChannelWire wire, Session session, BooleanSupplier withinRecord) {
        PatientLines lines = new PatientLines(settings, wire::isEnding);
        BooleanSupplier begun = () -> !lines.waits(channel) && (lines.isWithin() || withinRecord.getAsBoolean());
        return new ChannelHandler[] {
            lines, new LineDeadline(settings.lineMillis(), begun, figures), new LineHandler(wire, session)
        };
    }
}

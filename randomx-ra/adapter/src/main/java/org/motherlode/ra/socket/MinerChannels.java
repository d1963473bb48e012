package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Trouble;

/** Sets up each accepted connection, or closes it at once if there are too many. */
final class MinerChannels extends ChannelInitializer<SocketChannel> {
    private static final int MOST_FLUSHES_HELD = 64;

    private final SocketSettings settings;
    private final ConnectionBounds bounds;
    private final Figures figures;
    private final Trouble faults;
    private final SessionDoor door;

    MinerChannels(SocketSettings settings, ConnectionBounds bounds, Figures figures, Trouble faults, SessionDoor door) {
        this.settings = settings;
        this.bounds = bounds;
        this.figures = figures;
        this.faults = faults;
        this.door = door;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        InetSocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            // It was reset before we looked: there is nobody any more.
            ChannelFuture ignored = channel.close();
            return;
        }
        InetAddress address = remote.getAddress();
        if (!bounds.enter(address)) {
            figures.count(Count.CONNECTIONS_REFUSED);
            ChannelFuture ignored = channel.close();
            return;
        }
        channel.closeFuture().addListener(closed -> bounds.leave(address));
        figures.count(Count.CONNECTIONS_ACCEPTED);
        ChannelWire wire = new ChannelWire(channel, settings.lingerMillis(), faults);
        Session session = door.enter(wire);
        channel.closeFuture().addListener(closed -> door.leave(session));
        channel.pipeline()
                .addLast(new FlushConsolidationHandler(MOST_FLUSHES_HELD, true))
                .addLast(new TlsRefusal(session))
                .addLast(new LineBasedFrameDecoder(settings.lineBytes(), true, true))
                .addLast(new LineHandler(wire, session));
    }

    /** A connection that cannot be set up is closed; Netty's own answer would be a stack for each. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        faults.note(context.channel() + " cannot be set up, a fault of ours: " + cause, cause);
        ChannelFuture ignored = context.close();
    }
}

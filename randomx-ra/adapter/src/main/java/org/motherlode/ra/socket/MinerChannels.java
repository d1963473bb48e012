package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.motherlode.ra.guard.Guard;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Trouble;

/** Sets up each accepted connection, or closes it at once if the guard says so. */
final class MinerChannels extends ChannelInitializer<SocketChannel> {
    private static final int MOST_FLUSHES_HELD = 64;

    private final SocketSettings settings;
    private final Guard guard;
    private final Figures figures;
    private final Trouble faults;
    private final SessionDoor door;

    MinerChannels(SocketSettings settings, Guard guard, Figures figures, Trouble faults, SessionDoor door) {
        this.settings = settings;
        this.guard = guard;
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
        InetAddress from = remote.getAddress();
        ChannelWire wire = new ChannelWire(channel, from, settings.lingerMillis(), faults);
        Optional<Visitor> welcome = guard.arrive(from).fold(Optional::of, sentence -> turnAway(wire, sentence));
        welcome.ifPresent(visitor -> letIn(channel, wire, visitor));
    }

    private Optional<Visitor> turnAway(ChannelWire wire, Optional<String> sentence) {
        figures.count(Count.CONNECTIONS_REFUSED);
        sentence.ifPresentOrElse(words -> wire.sendLast(door.turnedAway(words)), wire::close);
        return Optional.empty();
    }

    private void letIn(SocketChannel channel, ChannelWire wire, Visitor visitor) {
        channel.closeFuture().addListener(closed -> visitor.leave());
        figures.count(Count.CONNECTIONS_ACCEPTED);
        Session session = door.enter(wire, visitor);
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

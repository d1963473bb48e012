package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.motherlode.model.wire.Problem;
import org.motherlode.ra.guard.Guard;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Trouble;

/**
 * What each connection of a port passes: the header of a trusted proxy, which says where it comes from; the bounds, before
 * anything else of it is read; TLS, if its first byte says so; and then a session reads its lines.
 */
final class MinerChannels extends ChannelInitializer<SocketChannel> {
    private static final int MOST_FLUSHES_HELD = 64;

    private final Desk desk;
    private final Trouble faults;
    private final Backstop backstop;
    private final Doorway way;

    /** What all ports share. */
    record Desk(SocketSettings settings, PortSettings ports, Guard guard, Greetings greetings, Figures figures) {}

    /** Whom the guard has let in. */
    private record Arrived(SocketChannel channel, Visitor visitor, ChannelWire wire) {}

    MinerChannels(Desk desk, Trouble faults, Doorway way) {
        this.desk = desk;
        this.faults = faults;
        this.backstop = new Backstop(faults);
        this.way = way;
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        channel.pipeline().addLast(Backstop.NAME, backstop);
        InetSocketAddress remote = channel.remoteAddress();
        if (remote == null) {
            // It was reset before we looked: there is nobody any more.
            ChannelFuture ignored = channel.close();
        } else if (!desk.ports().proxies().contain(remote.getAddress())) {
            arrive(channel, remote.getAddress());
        } else if (desk.greetings().begin(channel, remote.getAddress())) {
            add(
                    channel,
                    new HAProxyMessageDecoder(desk.ports().proxyExtraBytes()),
                    new ProxyHeader(remote.getAddress(), desk.figures(), from -> arrive(channel, from)));
        } else {
            refuse(channel);
        }
    }

    /** It is known from where, and nothing else of it has been read. */
    private void arrive(SocketChannel channel, InetAddress from) {
        ChannelWire wire =
                new ChannelWire(channel, from, way.offers(), desk.settings().lingerMillis(), faults);
        Optional<Visitor> welcome = desk.guard()
                .arrive(from, () -> {
                    ChannelFuture ignored = channel.close();
                })
                .fold(Optional::of, sentence -> turnAway(wire, sentence));
        welcome.ifPresent(visitor -> greet(new Arrived(channel, visitor, wire)));
    }

    /** The guard has counted it. A sentence is for who can read it: on a port with TLS alone nobody could. */
    private Optional<Visitor> turnAway(ChannelWire wire, Optional<String> sentence) {
        sentence.filter(words -> way.security().takesPlain())
                .ifPresentOrElse(words -> wire.sendLast(way.door().turnedAway(words)), wire::close);
        return Optional.empty();
    }

    /** After the guard was asked: nobody makes room for one that may not come in anyway. */
    private void greet(Arrived arrived) {
        boolean silentAtFirst = way.security().takesTls();
        if (silentAtFirst
                && !desk.greetings().begin(arrived.channel(), arrived.wire().from())) {
            arrived.visitor().leave();
            refuse(arrived.channel());
        } else {
            letIn(arrived);
        }
    }

    private void letIn(Arrived arrived) {
        SocketChannel channel = arrived.channel();
        channel.closeFuture().addListener(closed -> arrived.visitor().leave());
        desk.figures().count(Count.CONNECTIONS_ACCEPTED);
        if (way.security().takesTls()) {
            add(channel, new FirstByte(() -> encrypt(arrived), () -> plain(arrived)));
        } else {
            Session session = enter(arrived);
            add(channel, new FirstByte(() -> session.unreadable(Problem.MALFORMED), () -> {}));
            speak(arrived, session, () -> false);
        }
    }

    private void encrypt(Arrived arrived) {
        SocketChannel channel = arrived.channel();
        Optional<SslHandler> tls = way.credentials().flatMap(credentials -> credentials.newHandler(channel.alloc()));
        if (tls.isEmpty()) {
            // The pool has just been stopped.
            ChannelFuture ignored = channel.close();
            return;
        }
        TlsRecords records = new TlsRecords(desk.figures());
        add(
                channel,
                records,
                tls.get(),
                new TimelyEnd(desk.settings().lingerMillis()),
                new TlsGreeting(
                        desk.figures(),
                        () -> {
                            records.handshakeIsOver();
                            speak(arrived, enter(arrived), records::isWithin);
                        },
                        () -> arrived.visitor().offended(Offence.FAILED_HANDSHAKE)));
    }

    /** Nobody waits for a handshake that will not come, and whoever is sent away reads why. */
    private void plain(Arrived arrived) {
        Session session = enter(arrived);
        speak(arrived, session, () -> false);
        if (!way.security().takesPlain()) {
            session.unreadable(Problem.MALFORMED);
        }
    }

    private Session enter(Arrived arrived) {
        Session session = way.door().enter(arrived.wire(), arrived.visitor());
        arrived.channel().closeFuture().addListener(closed -> way.door().leave(session));
        return session;
    }

    /** {@code withinRecord}: whether only half of what is encrypted together has come. */
    private void speak(Arrived arrived, Session session, BooleanSupplier withinRecord) {
        SocketChannel channel = arrived.channel();
        desk.greetings().end(channel);
        channel.pipeline().addFirst(new FlushConsolidationHandler(MOST_FLUSHES_HELD, true));
        LinePath path = new LinePath(desk.settings(), desk.figures());
        add(channel, path.handlers(channel, arrived.wire(), session, withinRecord));
    }

    /** Behind what is there, and before the {@link Backstop}. */
    private static void add(SocketChannel channel, ChannelHandler... handlers) {
        for (ChannelHandler handler : handlers) {
            channel.pipeline().addBefore(Backstop.NAME, null, handler);
        }
    }

    /** A connection that cannot be set up is closed; Netty's own answer would be a stack for each. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        faults.note(context.channel() + " cannot be set up, a fault of ours: " + cause, cause);
        ChannelFuture ignored = context.close();
    }

    /** There are too many that have not come to their first line. */
    private void refuse(Channel channel) {
        desk.figures().count(Count.CONNECTIONS_REFUSED_HANDSHAKES);
        ChannelFuture ignored = channel.close();
    }
}

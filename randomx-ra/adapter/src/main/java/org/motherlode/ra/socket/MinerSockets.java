package org.motherlode.ra.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.ra.guard.Guard;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

/** All sockets of the adapter. Binding and closing wait, so they belong on a thread of the adapter's own. */
public final class MinerSockets implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MinerSockets.class);
    private static final int BACKLOG = 1_024;
    private static final long STOP_SECONDS = 5;

    private final SocketSettings settings;
    private final Figures figures;
    private final Troubles troubles;
    private final Guard guard;
    private final Transport transport;

    public MinerSockets(SocketSettings settings, Figures figures, Troubles troubles, Guard guard) {
        this.settings = settings;
        this.figures = figures;
        this.troubles = troubles;
        this.guard = guard;
        this.transport = Transport.open(settings.loops());
        figures.read(Gauge.CONNECTIONS, guard::inside);
    }

    /** Binds a port. Fails with the reason if that cannot be. */
    public OpenPort open(ListenPort port, SessionDoor door) throws IOException {
        int high = settings.writeBufferBytes();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(transport.loops())
                .channel(transport.channel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .handler(new AcceptPause(settings.acceptPauseMillis(), troubles.of(Fault.ACCEPTING)))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.SO_SNDBUF, high)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 1_024, 16_384))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(high / 2, high))
                .childHandler(new MinerChannels(settings, guard, figures, troubles.of(Fault.CONNECTION), door));
        InetSocketAddress address = new InetSocketAddress(InetAddress.getByName(port.host()), port.port());
        ChannelFuture bound = bootstrap.bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException(
                    port.host() + ":" + port.port() + ": " + bound.cause().getMessage(), bound.cause());
        }
        OpenPort open = new OpenPort(bound.channel());
        LOG.infof("listens on %s (%s, %s)", open.address(), port.dialect(), transport.name());
        return open;
    }

    /** Closes every socket and ends the threads. */
    @Override
    public void close() {
        boolean ended = transport
                .loops()
                .shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS)
                .awaitUninterruptibly(2 * STOP_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            LOG.error("the socket threads did not end");
        }
    }
}

package org.motherlode.ra.socket;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motherlode.model.pool.ListenPort;
import org.motherlode.ra.guard.Guard;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.statistics.Gauge;
import org.motherlode.ra.tls.Credentials;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

/** All sockets of the adapter. Binding and closing wait, so they belong on a thread of the adapter's own. */
public final class MinerSockets implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MinerSockets.class);
    private static final long STOP_SECONDS = 5;

    private final SocketSettings settings;
    private final PortSettings ports;
    private final Troubles troubles;
    private final MinerChannels.Desk desk;
    private final Transport transport;

    public MinerSockets(SocketSettings settings, PortSettings ports, Figures figures, Troubles troubles, Guard guard) {
        this.settings = settings;
        this.ports = ports;
        this.troubles = troubles;
        this.desk = new MinerChannels.Desk(settings, ports, guard, new Greetings(ports, figures), figures);
        this.transport = Transport.open(settings.loops());
        figures.read(Gauge.CONNECTIONS, guard::inside);
    }

    public PortSettings settings() {
        return ports;
    }

    /**
     * Binds a port. Fails with the reason if that cannot be.
     *
     * @param credentials needed where the port takes TLS
     */
    public OpenPort open(ListenPort port, SessionDoor door, Optional<Credentials> credentials) throws IOException {
        InetAddress host = InetAddress.getByName(port.host());
        Doorway way = new Doorway(door, port.security(), credentials);
        int high = settings.writeBufferBytes();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .group(transport.loops())
                .channelFactory(transport.listening(host))
                .option(ChannelOption.SO_BACKLOG, ports.backlog())
                .handler(new AcceptPause(settings.acceptPauseMillis(), troubles.of(Fault.ACCEPTING)))
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.SO_KEEPALIVE, true)
                .childOption(ChannelOption.SO_SNDBUF, high)
                .childOption(ChannelOption.RECVBUF_ALLOCATOR, new AdaptiveRecvByteBufAllocator(256, 1_024, 16_384))
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(high / 2, high))
                .childHandler(new MinerChannels(desk, troubles.of(Fault.CONNECTION), way));
        InetSocketAddress address = new InetSocketAddress(host, port.port());
        ChannelFuture bound = bootstrap.bind(address);
        if (!bound.awaitUninterruptibly(OpenPort.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            bound.addListener(ChannelFutureListener.CLOSE);
            throw new IOException(port.host() + ":" + port.port() + ": not bound after " + OpenPort.PATIENCE_SECONDS
                    + " s, the sockets' threads do not answer");
        }
        if (!bound.isSuccess()) {
            throw new IOException(
                    port.host() + ":" + port.port() + ": " + bound.cause().getMessage(), bound.cause());
        }
        OpenPort open = new OpenPort(bound.channel());
        LOG.infof(
                "listens on %s (%s, %s, %s)",
                open.address(), port.dialect(), port.security().word(), transport.name());
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

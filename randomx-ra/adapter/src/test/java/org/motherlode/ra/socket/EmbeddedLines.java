package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DuplexChannel;
import java.net.InetAddress;
import java.util.Set;
import org.motherlode.model.pool.SettingException;
import org.motherlode.model.pool.Settings;
import org.motherlode.ra.session.Session;
import org.motherlode.ra.session.Wire;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Fault;
import org.motherlode.ra.trouble.Troubles;

/** The way of a connection's lines without a socket: all that a connection passes between the system and its session. */
public final class EmbeddedLines implements AutoCloseable {
    private static final Figures FIGURES = new Figures();
    private static final Troubles TROUBLES = new Troubles(FIGURES, System::nanoTime);

    private final Channel channel = new Channel();
    private final ChannelWire wire =
            new ChannelWire(channel, InetAddress.getLoopbackAddress(), Set.of(), 2_000, TROUBLES.of(Fault.CONNECTION));

    /** {@code settings}: of the sockets. */
    public EmbeddedLines(Session session, String settings) {
        try {
            LinePath path = new LinePath(SocketSettings.of(Settings.parse(settings)), FIGURES);
            channel.pipeline().addLast(path.handlers(channel, wire, session, () -> false));
        } catch (SettingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** To the other end. */
    public Wire wire() {
        return wire;
    }

    /** Bytes as the system gives them. */
    public static ByteBuf bytes(byte... bytes) {
        return PooledByteBufAllocator.DEFAULT.directBuffer(bytes.length).writeBytes(bytes);
    }

    public void comes(ByteBuf bytes) {
        channel.writeInbound(bytes);
    }

    @Override
    public void close() {
        channel.finishAndReleaseAll();
    }

    /** Its halves end when they are told to, and nothing else comes of it. */
    private static final class Channel extends EmbeddedChannel implements DuplexChannel {
        private boolean inputShutdown;
        private boolean outputShutdown;

        @Override
        public boolean isInputShutdown() {
            return inputShutdown;
        }

        @Override
        public ChannelFuture shutdownInput() {
            return shutdownInput(newPromise());
        }

        @Override
        public ChannelFuture shutdownInput(ChannelPromise promise) {
            inputShutdown = true;
            return promise.setSuccess();
        }

        @Override
        public boolean isOutputShutdown() {
            return outputShutdown;
        }

        @Override
        public ChannelFuture shutdownOutput() {
            return shutdownOutput(newPromise());
        }

        @Override
        public ChannelFuture shutdownOutput(ChannelPromise promise) {
            outputShutdown = true;
            return promise.setSuccess();
        }

        @Override
        public boolean isShutdown() {
            return inputShutdown && outputShutdown;
        }

        @Override
        public ChannelFuture shutdown() {
            return shutdown(newPromise());
        }

        @Override
        public ChannelFuture shutdown(ChannelPromise promise) {
            inputShutdown = true;
            outputShutdown = true;
            return promise.setSuccess();
        }
    }
}

package org.motherlode.ra;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * A process of ten thousand sockets that never say a whole word: a third says nothing, two thirds begin a TLS handshake and
 * stop, before or after the length of its first record. They come from forty networks, and what is closed is opened again, some
 * thousand a second at most. Ends when whoever started it does.
 */
final class HalfOpenCrowd {
    static final int SOCKETS = 10_000;

    private static final int NETWORKS = 40;
    private static final int OPENED_AT_ONCE = 40;
    private static final long PAUSE_MILLIS = 20;
    /** For what a process has open besides. */
    private static final int OTHER_FILES = 1_000;

    private static final byte[][] BEGINNINGS = {{}, {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00}, {0x16, 0x03, 0x01}};

    private final InetSocketAddress pool;
    private final Bootstrap bootstrap;
    private final Queue<Integer> absent = new ConcurrentLinkedQueue<>();

    private HalfOpenCrowd(InetSocketAddress pool, EventLoopGroup loops) {
        this.pool = pool;
        this.bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .handler(new ChannelInboundHandlerAdapter() {
                    @Override
                    public boolean isSharable() {
                        return true;
                    }

                    @Override
                    public void exceptionCaught(ChannelHandlerContext context, Throwable reset) {
                        ChannelFuture ignored = context.close();
                    }
                });
        IntStream.range(0, SOCKETS).forEach(absent::add);
    }

    public static void main(String[] args) throws IOException {
        requireDescriptors();
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
        HalfOpenCrowd crowd = new HalfOpenCrowd(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0])), loops);
        var ignored = loops.next().scheduleWithFixedDelay(crowd::come, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        long heard = System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt((int) heard);
    }

    /** All of one side are in one process, and all of the other in another. */
    static void requireDescriptors() {
        var system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long most = system.getMaxFileDescriptorCount();
        if (most < SOCKETS + OTHER_FILES) {
            throw new IllegalStateException("this test needs " + (SOCKETS + OTHER_FILES)
                    + " open files in one process and the system allows " + most + ": raise it (ulimit -Hn)");
        }
    }

    /** Of the loopback's network. */
    private static InetAddress from(int number) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {127, 1, (byte) (number % NETWORKS), (byte) (1 + number / NETWORKS)});
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private void come() {
        for (int i = 0; i < OPENED_AT_ONCE; i++) {
            Optional.ofNullable(absent.poll()).ifPresent(this::open);
        }
    }

    private void open(int number) {
        InetAddress from = from(number);
        ChannelFuture connected = bootstrap.connect(pool, new InetSocketAddress(from, 0));
        connected.channel().closeFuture().addListener(closed -> absent.add(number));
        connected.addListener(done -> {
            if (done.isSuccess()) {
                ChannelFuture ignored = connected
                        .channel()
                        .writeAndFlush(Unpooled.wrappedBuffer(BEGINNINGS[number % BEGINNINGS.length]));
            }
        });
    }
}

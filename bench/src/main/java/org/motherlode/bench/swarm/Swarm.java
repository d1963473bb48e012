package org.motherlode.bench.swarm;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Bots of one kind against one port. Closing closes all their connections. */
public final class Swarm implements AutoCloseable {
    private static final int LINE_BYTES = 65_536;
    private static final int CONNECT_MILLIS = 30_000;
    private static final long ENDING_SECONDS = 20;

    private final SwarmSettings settings;
    private final BotEvents events;
    private final Loops loops;
    private final Optional<SslContext> tls;
    private final AtomicInteger numbers = new AtomicInteger();

    public Swarm(SwarmSettings settings, BotEvents events) throws IOException {
        this.settings = settings;
        this.events = events;
        this.tls = settings.port().tls() ? Optional.of(trusting()) : Optional.empty();
        this.loops = Loops.of(settings.threads());
    }

    private static SslContext trusting() throws IOException {
        return SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .endpointIdentificationAlgorithm("")
                .build();
    }

    /** Begins to connect one more bot; {@link Bot#admitted} tells how it went. */
    public Bot connect() {
        return connectAs(numbers.getAndIncrement());
    }

    /** The same with the number, and so with the source address and the name, of one that was there before. */
    public Bot connectAs(int number) {
        Bot bot = new Bot(number, settings.identity(), events);
        InetSocketAddress remote = settings.port().address();
        Optional<InetSocketAddress> source = settings.sources().of(bot.number(), settings.port());
        Bootstrap bootstrap = new Bootstrap()
                .group(loops.group())
                .channel(loops.channel())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_REUSEADDR, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(initializer(bot));
        ChannelFuture connecting =
                source.isPresent() ? bootstrap.connect(remote, source.get()) : bootstrap.connect(remote);
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                bot.neverCame(done.cause());
            }
        });
        return bot;
    }

    private ChannelInitializer<Channel> initializer(Bot bot) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                ChannelPipeline pipeline = channel.pipeline();
                tls.ifPresent(context -> pipeline.addLast(context.newHandler(ByteBufAllocator.DEFAULT)));
                pipeline.addLast(new LineBasedFrameDecoder(LINE_BYTES)).addLast(bot);
            }
        };
    }

    /**
     * Connects so many bots, no more than {@code atOnce} of them on their way at any time, and returns when each is logged
     * in or lost.
     */
    public Admission admit(int count, int atOnce, Duration within) throws IOException, InterruptedException {
        return Admission.of(this, new Admission.Plan(count, atOnce), within);
    }

    /** As {@link #admit}; a single lost bot is an {@link IOException}. */
    public List<Bot> admitAll(int count, Duration within) throws IOException, InterruptedException {
        Admission admission = admit(count, settings.atOnce(), within);
        if (admission.lost() > 0) {
            throw new IOException(admission.lost() + " of " + count + " bots could not log in at " + settings.port()
                    + ", for instance: " + admission.reasons());
        }
        return new CopyOnWriteArrayList<>(admission.bots());
    }

    @Override
    public void close() {
        boolean ended = loops.group()
                .shutdownGracefully(0, ENDING_SECONDS / 2, TimeUnit.SECONDS)
                .awaitUninterruptibly(ENDING_SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            throw new IllegalStateException("the bots' threads did not end");
        }
    }
}

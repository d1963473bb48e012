package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.LineBasedFrameDecoder;
import io.netty.handler.codec.string.StringDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a logged-in connection costs that does nothing: heap after a collection, and everything else that the process came
 * to hold. In a process of its own, with a heap that is touched from the beginning on. Thousands log in at once.
 */
@Tag("long")
@Timeout(1_800)
class LongIdleConnectionsTest {
    private static final int CONNECTIONS = 4_000;
    private static final int WARM_UP = 500;
    private static final int SHELF = 16;
    private static final String SETTINGS =
            "connections-per-address = 100000; login-millis = 60000; handshake-millis = 60000; line-millis = 60000; "
                    + "proposal-line = 100000";

    private static final int BLOCK_BYTES = 8_192;

    /** Who connects: to which port, how, and which blocks of its own it has had taken. */
    private record Kind(String name, int port, ChannelInitializer<Channel> channels, Optional<AtomicInteger> blocks) {}

    private record Figures(long heap, long resident) {
        long perConnection(Figures before) {
            return (heap - before.heap + resident - before.resident) / CONNECTIONS;
        }
    }

    /** Of one connection: of everything, and of the heap alone. */
    private record Cost(long all, long heap) {}

    @TempDir
    Path folder;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final List<Channel> crowd = new ArrayList<>();
    private Process process;
    private BufferedWriter asked;
    private BufferedReader said;
    private int plain;
    private int encrypted;
    private int cryptonote;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xms512m",
                        "-Xmx512m",
                        "-XX:+AlwaysPreTouch",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IdleConnectionsServer.class.getName(),
                        folder.toString(),
                        SETTINGS)
                .redirectError(folder.resolve("log").toFile())
                .start();
        asked = process.outputWriter();
        said = process.inputReader();
        plain = Integer.parseInt(said.readLine());
        encrypted = Integer.parseInt(said.readLine());
        cryptonote = Integer.parseInt(said.readLine());
    }

    @AfterEach
    void end() throws Exception {
        asked.close();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).await(5, TimeUnit.SECONDS);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void a_plain_one_costs_12_kilobytes_at_most() throws Exception {
        assertThat(cost(new Kind("plain", plain, saying("1 login miner1 x"), Optional.empty()))
                        .all())
                .isLessThan(12 * 1_024);
    }

    @Test
    void an_encrypted_one_costs_45_kilobytes_at_most() throws Exception {
        SslContext tls = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();
        ChannelInitializer<Channel> channels = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc())).addLast(new LoggingIn("1 login miner1 x"));
            }
        };

        assertThat(cost(new Kind("encrypted", encrypted, channels, Optional.empty()))
                        .all())
                .isLessThan(45 * 1_024);
    }

    /** It is told a block of 10 KB with each job; buffers that have carried many such lines stay with the process for a while. */
    @Test
    void one_that_gets_whole_blocks_has_no_more_of_the_heap_than_others() throws Exception {
        Kind proxy = new Kind("filling", cryptonote, saying(login("agent", "xmr-node-proxy/0.0.3")), Optional.empty());

        assertThat(cost(proxy).heap()).isLessThan(12 * 1_024);
    }

    @Test
    void one_that_makes_blocks_itself_has_two_of_them_more() throws Exception {
        AtomicInteger taken = new AtomicInteger();
        ChannelInitializer<Channel> channels = new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new LineBasedFrameDecoder(4_096))
                        .addLast(new StringDecoder(StandardCharsets.US_ASCII))
                        .addLast(new BlockMaker(taken))
                        .addLast(new LoggingIn(login("mode", "self-select")));
            }
        };

        assertThat(cost(new Kind("choosing", cryptonote, channels, Optional.of(taken)))
                        .heap())
                .isLessThan(12 * 1_024 + 2 * BLOCK_BYTES);
    }

    private static String login(String key, String value) {
        return "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"" + key + "\":\"" + value + "\"}}";
    }

    /** What it costs with as many jobs as are remembered. */
    private Cost cost(Kind kind) throws Exception {
        // What is loaded, compiled and set aside once is no connection's.
        crowd(kind, WARM_UP);
        jobs(kind, SHELF, WARM_UP);
        for (Channel each : crowd) {
            ChannelFuture ignored = each.close();
        }
        crowd.clear();
        await(0);
        Figures before = ask("memory");
        crowd(kind, CONNECTIONS);
        Figures in = ask("memory");
        Figures full = jobs(kind, SHELF - 1, CONNECTIONS);
        Cost cost = new Cost(full.perConnection(before), (full.heap() - before.heap()) / CONNECTIONS);
        String figures = "%s: %d bytes with one job, %d with %d; heap alone %d%n"
                .formatted(kind.name(), in.perConnection(before), cost.all(), SHELF, cost.heap());
        Files.writeString(Path.of("target", "idle-" + kind.name() + ".txt"), figures);
        return cost;
    }

    /** One after the other where blocks are made of them: those of an older job would come too late. */
    private Figures jobs(Kind kind, int count, int miners) throws IOException {
        if (kind.blocks().isEmpty()) {
            return ask("jobs " + count);
        }
        AtomicInteger taken = kind.blocks().get();
        for (int i = 0; i < count; i++) {
            awaitBlocks(taken, miners);
            ask("jobs 1");
        }
        awaitBlocks(taken, miners);
        return ask("memory");
    }

    private static void awaitBlocks(AtomicInteger taken, int miners) {
        RunningAdapter.until(() -> taken.get() == miners);
        taken.set(0);
    }

    /** Logs in as soon as it can, and lets what it hears lie. */
    private static ChannelInitializer<Channel> saying(String login) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new LoggingIn(login));
            }
        };
    }

    private void crowd(Kind kind, int size) throws IOException {
        Bootstrap bootstrap =
                new Bootstrap().group(loops).channel(NioSocketChannel.class).handler(kind.channels());
        for (int i = 0; i < size; i++) {
            crowd.add(bootstrap.connect("127.0.0.1", kind.port()).channel());
        }
        await(size);
    }

    private void await(int miners) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        for (long in = number("miners"); in != miners; in = number("miners")) {
            assertThat(System.nanoTime()).as("%d are in, of %d", in, miners).isLessThan(deadline);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private Figures ask(String question) throws IOException {
        return new Figures(number(question), Long.parseLong(said.readLine()));
    }

    private long number(String question) throws IOException {
        asked.write(question + "\n");
        asked.flush();
        return Long.parseLong(said.readLine());
    }
}

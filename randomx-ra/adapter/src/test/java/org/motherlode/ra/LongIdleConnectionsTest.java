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
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a logged-in connection costs that does nothing: heap after a collection, and everything else that the process came
 * to hold. In a process of its own, with a heap that is touched from the beginning on. Thousands log in at once.
 */
@Tag("long")
class LongIdleConnectionsTest {
    private static final int CONNECTIONS = 4_000;
    private static final int WARM_UP = 500;
    private static final int SHELF = 16;
    private static final String SETTINGS =
            "connections-per-address = 100000; login-millis = 60000; handshake-millis = 60000";

    private record Figures(long heap, long resident) {
        long perConnection(Figures before) {
            return (heap - before.heap + resident - before.resident) / CONNECTIONS;
        }
    }

    @TempDir
    Path folder;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    private final List<Channel> crowd = new ArrayList<>();
    private Process process;
    private BufferedWriter asked;
    private BufferedReader said;
    private int plain;
    private int encrypted;

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
        assertThat(cost("plain", plain, Optional.empty())).isLessThan(12 * 1_024);
    }

    @Test
    void an_encrypted_one_costs_45_kilobytes_at_most() throws Exception {
        SslContext tls = SslContextBuilder.forClient()
                .trustManager(InsecureTrustManagerFactory.INSTANCE)
                .build();

        assertThat(cost("encrypted", encrypted, Optional.of(tls))).isLessThan(45 * 1_024);
    }

    private long cost(String name, int port, Optional<SslContext> tls) throws Exception {
        Bootstrap bootstrap =
                new Bootstrap().group(loops).channel(NioSocketChannel.class).handler(greeter(tls));
        // What is loaded, compiled and set aside once is no connection's.
        crowd(bootstrap, port, WARM_UP);
        ask("jobs " + SHELF);
        for (Channel each : crowd) {
            ChannelFuture ignored = each.close();
        }
        crowd.clear();
        await(0);
        Figures before = ask("memory");
        crowd(bootstrap, port, CONNECTIONS);
        Figures in = ask("memory");
        Figures full = ask("jobs " + (SHELF - 1));
        String figures = "%s: %d bytes with one job, %d with %d; heap alone %d%n"
                .formatted(
                        name,
                        in.perConnection(before),
                        full.perConnection(before),
                        SHELF,
                        (full.heap() - before.heap()) / CONNECTIONS);
        Files.writeString(Path.of("target", "idle-" + name + ".txt"), figures);
        return full.perConnection(before);
    }

    /** Logs in as soon as it can, and lets what it hears lie. */
    private static ChannelInitializer<Channel> greeter(Optional<SslContext> tls) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                tls.ifPresent(context -> channel.pipeline().addLast(context.newHandler(channel.alloc())));
                channel.pipeline().addLast(new LoggingIn());
            }
        };
    }

    private void crowd(Bootstrap bootstrap, int port, int size) throws IOException {
        for (int i = 0; i < size; i++) {
            crowd.add(bootstrap.connect("127.0.0.1", port).channel());
        }
        await(size);
    }

    private void await(int miners) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
        while (number("miners") != miners) {
            assertThat(System.nanoTime()).isLessThan(deadline);
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

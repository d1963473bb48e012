package org.motherlode.ejb.chain.monero;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.motherlode.model.chain.BlockSource.Subscription;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/** Against a publisher that sees who subscribes, as monerod's does (XPUB). */
class ZmqSubscriptionTest {
    private static final String TOPIC = "json-minimal-chain_main";
    private static final int DEADLINE_MILLIS = 20_000;

    private final Semaphore told = new Semaphore(0);

    @Test
    void news_are_told_also_after_the_node_went_away_and_came_back() throws Exception {
        int port = TestProgram.freePort();
        try (Subscription subscription =
                ZmqSubscription.open(new ZmqFeed("tcp://127.0.0.1:" + port, 100), told::release)) {
            publishOnce(port);
            publishOnce(port);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void a_connection_on_which_nobody_speaks_is_given_up_for_another() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 2, InetAddress.getLoopbackAddress());
                Subscription subscription = ZmqSubscription.open(
                        new ZmqFeed("tcp://127.0.0.1:" + deaf.getLocalPort(), 100), told::release)) {
            deaf.setSoTimeout(DEADLINE_MILLIS);
            try (Socket first = deaf.accept();
                    Socket second = deaf.accept()) {
                assertThat(second.getPort()).isNotEqualTo(first.getPort());
            }
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void a_listener_that_fails_is_told_the_next_time_too() throws Exception {
        int port = TestProgram.freePort();
        Runnable failing = () -> {
            told.release();
            throw new AssertionError("a fault of the listener");
        };
        try (Subscription subscription = ZmqSubscription.open(new ZmqFeed("tcp://127.0.0.1:" + port, 100), failing)) {
            publishOnce(port);
            publishOnce(port);
            assertThat(subscription).isNotNull();
        }
    }

    @Test
    void closing_unsubscribes() throws Exception {
        int port = TestProgram.freePort();
        try (ZContext context = new ZContext()) {
            ZMQ.Socket publisher = publisher(context, port);
            Subscription subscription =
                    ZmqSubscription.open(new ZmqFeed("tcp://127.0.0.1:" + port, 100), told::release);
            assertThat(publisher.recv()).as("subscribed").startsWith(1);

            subscription.close();

            assertThat(publisher.recv()).as("unsubscribed").startsWith(0);
        }
    }

    private void publishOnce(int port) throws InterruptedException {
        try (ZContext context = new ZContext()) {
            ZMQ.Socket publisher = publisher(context, port);
            assertThat(publisher.recv()).as("subscribed").isEqualTo(("\1" + TOPIC).getBytes(StandardCharsets.US_ASCII));
            publisher.send(TOPIC + ":{\"first_height\":1}");
            assertThat(told.tryAcquire(DEADLINE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
        }
    }

    private static ZMQ.Socket publisher(ZContext context, int port) {
        ZMQ.Socket publisher = context.createSocket(SocketType.XPUB);
        publisher.setReceiveTimeOut(DEADLINE_MILLIS);
        publisher.bind("tcp://127.0.0.1:" + port);
        return publisher;
    }
}

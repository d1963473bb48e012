package org.motherlode.ejb.chain.monero;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.motherlode.model.chain.BlockSource.Subscription;
import org.zeromq.SocketType;
import org.zeromq.ZContext;
import org.zeromq.ZMQ;

/**
 * Listens to monerod's publisher on a thread of its own. What a message says is not read: that one came is the news, and
 * whoever hears it asks the node. Messages may be lost.
 */
final class ZmqSubscription implements Subscription {
    private static final Logger LOG = Logger.getLogger(ZmqSubscription.class);
    /** One short message for each block that joins the main chain; a reorganisation is one message too. */
    private static final String TOPIC = "json-minimal-chain_main";
    /** How long closing may take: the thread looks up this often. */
    private static final int LOOK_UP_MILLIS = 200;

    private static final int WAITING_MESSAGES = 100;
    private static final long LARGEST_MESSAGE_BYTES = 1 << 20;

    private final ZmqFeed feed;
    private final Runnable signal;
    private final AtomicBoolean closed = new AtomicBoolean();

    private ZmqSubscription(ZmqFeed feed, Runnable signal) {
        this.feed = feed;
        this.signal = signal;
    }

    static ZmqSubscription open(ZmqFeed feed, Runnable signal) {
        ZmqSubscription subscription = new ZmqSubscription(feed, signal);
        Thread thread = new Thread(subscription::listen, "monero-zmq " + feed.endpoint());
        thread.setDaemon(true);
        thread.start();
        return subscription;
    }

    private void listen() {
        try (ZContext context = new ZContext()) {
            context.setLinger(0);
            ZMQ.Socket socket = context.createSocket(SocketType.SUB);
            socket.setReceiveTimeOut(LOOK_UP_MILLIS);
            socket.setRcvHWM(WAITING_MESSAGES);
            socket.setMaxMsgSize(LARGEST_MESSAGE_BYTES);
            socket.setReconnectIVL(feed.reconnectMillis());
            socket.setTCPKeepAlive(1);
            socket.subscribe(TOPIC);
            socket.connect(feed.endpoint());
            while (!closed.get()) {
                if (socket.recv() != null) {
                    tell();
                }
            }
        }
    }

    /** A listener's fault must not end the news: it is logged here, where the thread's work begins. */
    private void tell() {
        try {
            signal.run();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "Nobody could be told of a new block that %s announced", feed.endpoint());
        }
    }

    /** Returns at once; the thread ends soon after and signals nothing more. */
    @Override
    public void close() {
        closed.set(true);
    }
}

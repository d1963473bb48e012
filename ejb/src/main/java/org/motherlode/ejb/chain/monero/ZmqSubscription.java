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

    /**
     * How long a new connection may take to say who is there. JeroMQ 0.6.0 never speaks on some of its connections (a few in a
     * hundred: its pull request 1022), and only this makes it try another; its own bound would be half a minute.
     */
    private static final int LONGEST_GREETING_MILLIS = 2_000;

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
            socket.setHandshakeIvl(LONGEST_GREETING_MILLIS);
            socket.setReconnectIVL(feed.reconnectMillis());
            socket.setTCPKeepAlive(1);
            socket.subscribe(TOPIC);
            socket.connect(feed.endpoint());
            while (!closed.get()) {
                if (socket.recv() != null) {
                    tell();
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "No news come from %s any more; new blocks are seen by asking", feed.endpoint());
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

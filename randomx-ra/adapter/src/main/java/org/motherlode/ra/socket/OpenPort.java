package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** A bound port. */
public final class OpenPort {
    /** For what a socket's loop does at once unless something is wrong with it. */
    static final long PATIENCE_SECONDS = 10;

    private static final Logger LOG = Logger.getLogger(OpenPort.class);

    private final Channel channel;

    OpenPort(Channel channel) {
        this.channel = channel;
    }

    /** Where it listens; the port is the real one where 0 was asked for. */
    public InetSocketAddress address() {
        return (InetSocketAddress) channel.localAddress();
    }

    /** Lets nobody in any more; who is in stays. */
    public void close() {
        if (!channel.close().awaitUninterruptibly(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.errorf("%s is not closed after %d s; its thread does not answer", channel, PATIENCE_SECONDS);
        }
    }
}

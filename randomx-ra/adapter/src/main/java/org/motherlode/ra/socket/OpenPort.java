package org.motherlode.ra.socket;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;

/** A bound port. */
public final class OpenPort {
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
        channel.close().awaitUninterruptibly();
    }
}

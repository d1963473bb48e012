package org.motherlode.ra.socket;

import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketProtocolFamily;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.Inet6Address;
import java.net.InetAddress;
import org.motherlode.ra.thread.NamedThreads;

/** Epoll where the system has it, else what Java offers. */
record Transport(EventLoopGroup loops, boolean epoll) {
    static Transport open(int loops) {
        NamedThreads threads = new NamedThreads("io");
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory handlers = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        return new Transport(new MultiThreadIoEventLoopGroup(loops, threads, handlers), epoll);
    }

    /** A socket that can be bound there: with epoll also to IPv6 where Java was told to prefer IPv4. */
    ChannelFactory<ServerChannel> listening(InetAddress host) {
        if (!epoll) {
            return NioServerSocketChannel::new;
        }
        return host instanceof Inet6Address
                ? () -> new EpollServerSocketChannel(SocketProtocolFamily.INET6)
                : EpollServerSocketChannel::new;
    }

    String name() {
        return epoll ? "epoll" : "nio";
    }
}

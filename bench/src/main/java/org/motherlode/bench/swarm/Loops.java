package org.motherlode.bench.swarm;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Threads that serve sockets: by epoll where the system has it. */
record Loops(EventLoopGroup group, Class<? extends Channel> channel) {
    static Loops of(int threads) {
        DefaultThreadFactory names = new DefaultThreadFactory("bots", true);
        return Epoll.isAvailable()
                ? new Loops(
                        new MultiThreadIoEventLoopGroup(threads, names, EpollIoHandler.newFactory()),
                        EpollSocketChannel.class)
                : new Loops(
                        new MultiThreadIoEventLoopGroup(threads, names, NioIoHandler.newFactory()),
                        NioSocketChannel.class);
    }
}

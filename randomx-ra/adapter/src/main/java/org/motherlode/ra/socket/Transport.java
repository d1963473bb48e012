package org.motherlode.ra.socket;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import org.motherlode.ra.thread.NamedThreads;

/** Epoll where the system has it, else what Java offers. */
record Transport(EventLoopGroup loops, Class<? extends ServerChannel> channel, String name) {
    static Transport open(int loops) {
        NamedThreads threads = new NamedThreads("io");
        return Epoll.isAvailable()
                ? new Transport(
                        new MultiThreadIoEventLoopGroup(loops, threads, EpollIoHandler.newFactory()),
                        EpollServerSocketChannel.class,
                        "epoll")
                : new Transport(
                        new MultiThreadIoEventLoopGroup(loops, threads, NioIoHandler.newFactory()),
                        NioServerSocketChannel.class,
                        "nio");
    }
}

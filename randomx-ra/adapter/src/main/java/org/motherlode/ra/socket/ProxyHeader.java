package org.motherlode.ra.socket;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.haproxy.HAProxyCommand;
import io.netty.handler.codec.haproxy.HAProxyMessage;
import io.netty.handler.codec.haproxy.HAProxyProxiedProtocol;
import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Consumer;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/**
 * Behind the decoder of the PROXY protocol, on a connection from a trusted network: takes the miner's address from the
 * header. A proxy that speaks for itself (LOCAL, UNKNOWN: a look whether we are there) counts with its own address.
 */
final class ProxyHeader extends SimpleChannelInboundHandler<HAProxyMessage> {
    private final InetAddress proxy;
    private final Figures figures;
    private final Consumer<InetAddress> arrived;

    ProxyHeader(InetAddress proxy, Figures figures, Consumer<InetAddress> arrived) {
        this.proxy = proxy;
        this.figures = figures;
        this.arrived = arrived;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, HAProxyMessage header) {
        Optional<InetAddress> from = source(header);
        if (from.isEmpty()) {
            refuse(context);
            return;
        }
        arrived.accept(from.get());
        context.pipeline().remove(this);
    }

    /** The decoder's: no header, a broken or too long one. What the arrival ran into is no fault of the header. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (Backstop.isTheirs(cause)) {
            refuse(context);
        } else {
            context.fireExceptionCaught(cause);
        }
    }

    private void refuse(ChannelHandlerContext context) {
        figures.count(Count.PROXY_HEADERS_REFUSED);
        ChannelFuture ignored = context.close();
    }

    private Optional<InetAddress> source(HAProxyMessage header) {
        HAProxyProxiedProtocol protocol = header.proxiedProtocol();
        if (header.command() == HAProxyCommand.LOCAL || protocol == HAProxyProxiedProtocol.UNKNOWN) {
            return Optional.of(proxy);
        }
        boolean internet = protocol == HAProxyProxiedProtocol.TCP4 || protocol == HAProxyProxiedProtocol.TCP6;
        byte[] bytes = internet ? NetUtil.createByteArrayFromIpAddressString(header.sourceAddress()) : null;
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}

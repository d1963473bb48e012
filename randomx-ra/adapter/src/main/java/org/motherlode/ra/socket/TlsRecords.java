package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.ReferenceCountUtil;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.statistics.Figures;

/**
 * Before the encryption: follows the records of TLS as they come (RFC 8446, 5.1: kind, version, length, content), so that it
 * is known of each moment whether one of them has only half come. The encryption holds on to that half and tells nobody. And
 * whoever begins another handshake on a connection that has one is cut: it costs as much as the first, and no miner needs it
 * (TLS 1.2; version 1.3 has no second one).
 */
final class TlsRecords extends ChannelInboundHandlerAdapter {
    private static final int HEAD_BYTES = 5;
    private static final int HANDSHAKE = 22;

    private final Figures figures;
    private int headBytes;
    private int length;
    private boolean handshakeOver;
    private boolean again;

    TlsRecords(Figures figures) {
        this.figures = figures;
    }

    /** From now on no record of this kind may come. */
    void handshakeIsOver() {
        handshakeOver = true;
    }

    /** Whether the other side is in the middle of a record. */
    boolean isWithin() {
        return headBytes > 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            follow(bytes);
        }
        if (again) {
            ReferenceCountUtil.release(message);
            figures.count(Count.CONNECTIONS_CUT_TLS);
            ChannelFuture ignored = context.close();
        } else {
            context.fireChannelRead(message);
        }
    }

    private void follow(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
            if (headBytes == 0) {
                again = again || (handshakeOver && bytes.getUnsignedByte(at) == HANDSHAKE);
            }
            if (headBytes < HEAD_BYTES) {
                // Only the last two bytes of the head stay in these sixteen bits: they are the length.
                length = (length << Byte.SIZE | bytes.getUnsignedByte(at)) & 0xffff;
                headBytes++;
                at++;
            } else {
                int step = Math.min(length, bytes.writerIndex() - at);
                length -= step;
                at += step;
            }
            if (headBytes == HEAD_BYTES && length == 0) {
                headBytes = 0;
            }
        }
    }
}

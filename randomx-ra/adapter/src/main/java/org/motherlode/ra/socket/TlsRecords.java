package org.motherlode.ra.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Before the encryption: follows the records of TLS as they come (RFC 8446, 5.1: kind, version, length, content), so that it
 * is known of each moment whether one of them has only half come. The encryption holds on to that half and tells nobody.
 */
final class TlsRecords extends ChannelInboundHandlerAdapter {
    private static final int HEAD_BYTES = 5;

    private int headBytes;
    private int length;

    /** Whether the other side is in the middle of a record. */
    boolean isWithin() {
        return headBytes > 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            follow(bytes);
        }
        context.fireChannelRead(message);
    }

    private void follow(ByteBuf bytes) {
        int at = bytes.readerIndex();
        while (at < bytes.writerIndex()) {
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

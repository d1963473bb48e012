package org.motherlode.ra;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers each job of self-select mode with a block of its own, nearly as long as a line may be. */
final class BlockMaker extends SimpleChannelInboundHandler<String> {
    private static final String TRANSACTIONS = "00".repeat(7_900);
    private static final String TAKEN = "{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,";
    private static final Pattern JOB = Pattern.compile("\"job_id\":\"([0-9a-f]+)\".*\"extra_nonce\":\"([0-9a-f]+)\"");
    private static final Pattern SESSION = Pattern.compile("\"id\":\"([0-9a-f]+)\"");

    private final AtomicInteger taken;

    /** {@code taken}: how many blocks were, of all together. */
    BlockMaker(AtomicInteger taken) {
        this.taken = taken;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, String line) {
        Matcher job = JOB.matcher(line);
        Matcher session = SESSION.matcher(line);
        if (line.startsWith(TAKEN)) {
            taken.incrementAndGet();
        } else if (job.find() && session.find()) {
            String made = "{\"id\":2,\"method\":\"block_template\",\"params\":{\"id\":\"" + session.group(1)
                    + "\",\"job_id\":\"" + job.group(1) + "\",\"blob\":\"" + job.group(2) + TRANSACTIONS
                    + "\",\"height\":1,\"difficulty\":1,\"prev_hash\":\"aa\",\"seed_hash\":\"bb\"}}\n";
            ChannelFuture ignored =
                    context.writeAndFlush(Unpooled.wrappedBuffer(made.getBytes(StandardCharsets.US_ASCII)));
        }
    }
}

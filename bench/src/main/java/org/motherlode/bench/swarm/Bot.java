package org.motherlode.bench.swarm;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.motherlode.stratum.client.JobReading;
import org.motherlode.stratum.client.PoolJob;
import org.motherlode.stratum.json.JsonObject;

/** One connection. It looks into a job only when somebody asks for it: ten thousand of them come at once. */
public final class Bot extends SimpleChannelInboundHandler<ByteBuf> {
    static final long LOGIN_ID = 1;

    private static final ByteBuf METHOD =
            Unpooled.unreleasableBuffer(Unpooled.wrappedBuffer("\"method\"".getBytes(StandardCharsets.US_ASCII)));

    private final int number;
    private final Identity identity;
    private final BotEvents events;
    private final long begunNanos = System.nanoTime();
    private final CompletableFuture<Long> admitted = new CompletableFuture<>();
    private final CompletableFuture<Boolean> gone = new CompletableFuture<>();
    private final Unanswered unanswered = new Unanswered();
    private final AtomicLong nextId = new AtomicLong(LOGIN_ID + 1);
    private volatile Optional<Channel> channel = Optional.empty();
    private volatile String session = "";
    private volatile Optional<byte[]> pushed = Optional.empty();
    private volatile Optional<PoolJob> first = Optional.empty();

    Bot(int number, Identity identity, BotEvents events) {
        this.number = number;
        this.identity = identity;
        this.events = events;
    }

    public int number() {
        return number;
    }

    /** Nanoseconds from the attempt to connect to the login's answer; an {@link IOException} says why not. */
    public CompletableFuture<Long> admitted() {
        return admitted;
    }

    /** Done when its connection has ended; false if there never was one. */
    public CompletableFuture<Boolean> gone() {
        return gone;
    }

    public void logIn() {
        send(identity.login(number));
    }

    /** Sends a share; {@code dueNanos} is when it should have been sent, by {@link System#nanoTime}. From any thread. */
    public void submit(Share share, long dueNanos) {
        long id = nextId.getAndIncrement();
        unanswered.put(id, dueNanos);
        send(share.line(id, session));
    }

    /** Sends text as it is; a line wants its line end. From any thread. */
    public void send(String text) {
        send(Unpooled.wrappedBuffer(text.getBytes(StandardCharsets.US_ASCII)));
    }

    void send(ByteBuf bytes) {
        if (channel.isPresent()) {
            ChannelFuture ignored = channel.get().writeAndFlush(bytes);
        } else {
            bytes.release();
        }
    }

    /** Whether more can be sent without it piling up in this process. */
    public boolean isWritable() {
        return channel.filter(Channel::isWritable).isPresent();
    }

    public boolean isOpen() {
        return channel.filter(Channel::isActive).isPresent();
    }

    /** From now on nothing is read: what the pool sends fills the system's buffers. */
    public void stopReading() {
        channel.ifPresent(open -> open.config().setAutoRead(false));
    }

    /** The newest job. */
    public PoolJob job() throws IOException {
        Optional<byte[]> line = pushed;
        if (line.isEmpty()) {
            return first.orElseThrow(() -> new IOException("bot " + number + " has no job"));
        }
        JsonObject params = JsonObject.read(line.get())
                .object("params")
                .orElseThrow(() -> new IOException("the pool sent a job without params"));
        return JobReading.read(session, params);
    }

    /** The job that came with the login, which is an old one by and by. */
    public Optional<PoolJob> firstJob() {
        return first;
    }

    public void close() {
        channel.ifPresent(open -> {
            ChannelFuture ignored = open.close();
        });
    }

    /** It could not connect. */
    void neverCame(Throwable why) {
        admitted.completeExceptionally(why);
        gone.complete(false);
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        channel = Optional.of(context.channel());
        events.connected(this);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf line) throws IOException {
        long now = System.nanoTime();
        if (ByteBufUtil.indexOf(METHOD, line) >= 0) {
            pushed = Optional.of(ByteBufUtil.getBytes(line));
            events.job(this, now);
        } else {
            take(JsonObject.read(ByteBufUtil.getBytes(line)), now);
        }
    }

    private void take(JsonObject message, long now) throws IOException {
        Optional<Long> id = message.number("id");
        String words =
                message.object("error").flatMap(error -> error.text("message")).orElse(Answer.OK);
        if (session.isEmpty()) {
            logIn(message, words);
            events.loggedIn(this, now);
            admitted.complete(now - begunNanos);
            return;
        }
        Optional<Long> due = id.flatMap(unanswered::dueOf);
        if (due.isPresent()) {
            events.answered(this, new Answer(words, now - due.get(), now));
        } else {
            events.told(this, words);
        }
    }

    private void logIn(JsonObject message, String words) throws IOException {
        JsonObject result =
                message.object("result").orElseThrow(() -> new IOException("the pool refused the login: " + words));
        String granted = result.text("id").orElseThrow(() -> new IOException("the pool gave no session id"));
        JsonObject job = result.object("job").orElseThrow(() -> new IOException("the pool's login answer has no job"));
        first = Optional.of(JobReading.read(granted, job));
        session = granted;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        admitted.completeExceptionally(new IOException("the pool closed the connection before it answered the login"));
        events.closed(this, System.nanoTime());
        gone.complete(true);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        admitted.completeExceptionally(cause);
        ChannelFuture ignored = context.close();
    }
}

package org.motherlode.ra.session;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.delivery.AcceptanceClock;
import org.motherlode.ra.delivery.BlockCourier;
import org.motherlode.ra.delivery.Courier;
import org.motherlode.ra.delivery.DeliverySettings;
import org.motherlode.ra.delivery.Dispatch;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.ChoiceTemplate;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.guard.Gatehouse;
import org.motherlode.ra.guard.GuardSettings;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Claim;
import org.motherlode.stratum.dialect.cryptonote.CryptonoteDialect;

/** A session of the cryptonote dialect without a socket, in one of the states that a stranger can find it in. */
final class SpokenSession {
    /** Of all together: nobody asks for them, and they are the dearest part of a session. */
    private static final Figures FIGURES = new Figures();

    private static final NodeLife LIFE = new NodeLife(0, 1, 0);
    private static final Pattern EXTRA_NONCE = Pattern.compile("\"extra_nonce\":\"([0-9a-f]+)\"");

    /** Where it stands before the line in question. */
    enum State {
        IDLE_POOL,
        BEFORE_LOGIN,
        /** Of a pool whose miners may make their own blocks, and proxies jobs. */
        BEFORE_ANY_LOGIN,
        LOGIN_HELD,
        LOGGED_IN,
        NICEHASH,
        /** As xmr-node-proxy. */
        FILLING,
        /** In XMRig's self-select mode, with a job that has no block yet. */
        CHOOSING,
        /** Its block is being looked at. */
        JUDGED_LATER,
        /** Its block was taken. */
        CHOSEN,
        OUT_OF_WORK;

        /** Whether a share of its first job may be worth a hash as things stand. */
        boolean mayMine() {
            return switch (this) {
                case LOGGED_IN, NICEHASH, FILLING, CHOSEN, OUT_OF_WORK -> true;
                case IDLE_POOL, BEFORE_LOGIN, BEFORE_ANY_LOGIN, LOGIN_HELD, CHOOSING, JUDGED_LATER -> false;
            };
        }
    }

    final List<String> sent = new ArrayList<>();
    final List<Claim> claims = new ArrayList<>();
    final PromptJury jury = new PromptJury();
    final Visitor visitor;
    final Session session;
    /** What the block of its first job must carry, where it makes that itself. */
    String extraNonce = "";

    /** Where its lines go besides. */
    Optional<Wire> path = Optional.empty();

    boolean ended;
    long now;

    SpokenSession(Path folder, State state) throws Exception {
        JobBoard board = new JobBoard(new JobNumbers(LIFE), 100);
        Gatehouse guard = new Gatehouse(GuardSettings.of(Settings.parse("")), () -> Instant.EPOCH, FIGURES, "node 0");
        visitor = guard.arrive(InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1}), () -> {})
                .fold(admitted -> admitted, refused -> {
                    throw new IllegalStateException("the first one is let in");
                });
        PoolDoor door = new PoolDoor(SpokenSession::parse, Sha256Hasher.ID);
        Settings none = Settings.parse("");
        Lobby lobby = new Lobby(new PoolName("toy"), door, board, VardiffSettings.of(none), LatePolicy.of(none));
        Session.Hello hello = new Session.Hello("5e55", Difficulty.of(4), visitor);
        session = new Session(new Line(), new CryptonoteDialect(), lobby, services(folder), hello);
        bring(board, state);
        sent.clear();
    }

    private static AddressVerdict parse(String text) {
        return text.matches("miner[0-9]+")
                ? new AddressVerdict.Payable(new MinerAddress(text))
                : new AddressVerdict.Refused("that is no address of this network");
    }

    private void bring(JobBoard board, State state) {
        switch (state) {
            case IDLE_POOL -> board.suspend("the node is away");
            case BEFORE_LOGIN -> board.publish(PlainTemplate.at(10));
            case BEFORE_ANY_LOGIN -> board.publish(new ChoiceTemplate(PlainTemplate.at(10)));
            case LOGIN_HELD -> say(login(""));
            case LOGGED_IN -> logIn(board, PlainTemplate.at(10), "");
            case NICEHASH -> logIn(board, PlainTemplate.at(10), ",\"agent\":\"NiceHash/1.0.0\"");
            case FILLING ->
                logIn(board, new ChoiceTemplate(PlainTemplate.at(10)), ",\"agent\":\"xmr-node-proxy/0.0.3\"");
            case CHOOSING -> choose(board);
            case JUDGED_LATER -> {
                choose(board);
                jury.takesItsTime = true;
                say(proposal(extraNonce));
            }
            case CHOSEN -> {
                choose(board);
                say(proposal(extraNonce));
            }
            case OUT_OF_WORK -> {
                logIn(board, PlainTemplate.at(10), "");
                board.suspend("the node is away");
                session.noWork("the node is away");
            }
        }
    }

    private void choose(JobBoard board) {
        logIn(board, new ChoiceTemplate(PlainTemplate.at(10)), ",\"mode\":\"self-select\"");
        Matcher told = EXTRA_NONCE.matcher(sent.get(0));
        extraNonce = Optional.of(told).filter(Matcher::find).orElseThrow().group(1);
    }

    private void logIn(JobBoard board, BlockTemplate template, String more) {
        board.publish(template);
        say(login(more));
    }

    private static String login(String more) {
        return "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"pass\":\"x\"" + more + "}}";
    }

    private static String proposal(String block) {
        return "{\"id\":1,\"method\":\"block_template\",\"params\":{\"id\":\"5e55\",\"job_id\":\"5e551\",\"blob\":\""
                + block + "\",\"height\":10,\"difficulty\":7,\"prev_hash\":\"aa\",\"seed_hash\":\"bb\"}}";
    }

    void say(String line) {
        say(line.getBytes(StandardCharsets.UTF_8));
    }

    /** As the socket does: nothing is looked at after the last line. */
    void say(byte[] line) {
        if (!ended) {
            session.line(line);
        }
    }

    private Services services(Path folder) throws Exception {
        DeliverySettings delivery = DeliverySettings.of(Settings.parse(""));
        RefusedTally refused = new RefusedTally(10);
        Listeners nobody = new Listeners();
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX);
        Dispatch dispatch = new Dispatch(delivery, nobody, FIGURES, new Troubles(FIGURES, System::nanoTime));
        Courier courier = new Courier(dispatch, LIFE, clock, refused);
        BlockCourier blocks = new BlockCourier(dispatch, new BlockFolder(folder, 0));
        return new Services(
                SessionSettings.of(Settings.parse("")),
                new ListedVerifier(claims),
                jury,
                new Crediting(courier, blocks, FIGURES),
                refused,
                FIGURES,
                () -> now);
    }

    /** Keeps the lines; its loop is the test's own thread. */
    private final class Line implements Wire {
        @Override
        public InetAddress from() {
            return InetAddress.getLoopbackAddress();
        }

        @Override
        public void send(String line) {
            if (!ended) {
                sent.add(line);
                path.ifPresent(wire -> wire.send(line));
            }
        }

        @Override
        public void sendLast(String line) {
            if (!ended) {
                sent.add(line);
                path.ifPresent(wire -> wire.sendLast(line));
            }
            ended = true;
        }

        @Override
        public void close() {
            path.ifPresent(Wire::close);
            ended = true;
        }

        @Override
        public boolean keepsUp() {
            return true;
        }

        @Override
        public void onLoop(Runnable task) {
            task.run();
        }
    }
}

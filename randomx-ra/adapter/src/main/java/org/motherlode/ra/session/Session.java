package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.stratum.MinerFigures;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.model.wire.Welcome;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.job.LiveTemplate;
import org.motherlode.ra.job.MinerJob;
import org.motherlode.ra.statistics.Count;
import org.motherlode.ra.verify.Sender;

/** One connection. All but {@link #figures} and {@link #isSeated} is called on its loop, so nothing here is locked. */
public final class Session {
    /** A login whose answer waits for a first job. */
    private record Held(Request.Login login, long sinceMillis) {}

    private final Wire wire;
    private final Dialect dialect;
    private final Lobby lobby;
    private final Services services;
    private final Hello hello;
    private final Deadlines deadlines;
    private final LineBudget budget;
    private final Peer peer;
    private final ShareDesk shares;
    private final ProposalDesk proposals;
    private final Answers answers;
    private volatile Optional<Seat> seat = Optional.empty();
    private Optional<Held> held = Optional.empty();

    /** How a connection begins: the id that it will be known by, the difficulty of its port, and what it may do. */
    public record Hello(String sessionId, Difficulty startDifficulty, Visitor visitor) {}

    public Session(Wire wire, Dialect dialect, Lobby lobby, Services services, Hello hello) {
        long now = services.millis().getAsLong();
        this.wire = wire;
        this.dialect = dialect;
        this.lobby = lobby;
        this.services = services;
        this.hello = hello;
        this.deadlines = new Deadlines(services.settings(), now);
        this.budget = new LineBudget(services.settings(), hello.visitor(), now);
        this.peer = new Peer(wire, dialect, hello.visitor(), Sender.at(wire.from()), services.figures());
        this.proposals = new ProposalDesk(peer, services);
        this.shares = new ShareDesk(peer, services, lobby.door().pow(), this::pushJob);
        this.answers = new Answers(this, dialect, lobby, services);
    }

    /** The connection's loop, from any thread. */
    public void onLoop(Runnable task) {
        wire.onLoop(task);
    }

    /** Whether a miner is logged in. From any thread. */
    public boolean isSeated() {
        return seat.isPresent();
    }

    public Optional<MinerFigures> figures() {
        return seat.map(Seat::figures);
    }

    public void line(byte[] line) {
        long now = services.millis().getAsLong();
        deadlines.heard(now);
        if (!budget.take(line.length, now)) {
            peer.leavesFlooding();
            return;
        }
        Request request = dialect.read(line);
        Reply reply = request.fold(answers);
        if (!peer.leftBanned(request.requestId())) {
            say(reply);
        }
    }

    /** What comes cannot be read as lines, or a line went over the bound; the rest of it will not be looked at. */
    public void unreadable(Problem why) {
        services.figures().count(Count.LINES_UNUSABLE);
        wire.sendLast(dialect.problem(Request.NO_ID, why));
    }

    /** There may be new work, or the miner reads again. What could not be sent meanwhile becomes one job. */
    public void newWork() {
        Optional<LiveTemplate> current = lobby.board().current();
        if (current.isEmpty() || !wire.keepsUp()) {
            return;
        }
        if (held.isPresent()) {
            Request.Login login = held.get().login();
            held = Optional.empty();
            say(seat.map(miner -> welcome(login, miner, current.get())).orElse(Reply.nothing()));
        } else if (seat.filter(miner -> !miner.isUpToDate(current.get())).isPresent()) {
            pushJob();
        }
    }

    /** There is no work: logins that wait are refused, so that their miners fail over; others are told. */
    public void noWork(String why) {
        if (held.isPresent()) {
            refuseHeld(why);
        } else if (seat.isPresent()) {
            wire.send(dialect.problem(Request.NO_ID, Problem.NO_WORK));
        }
    }

    /** Sends the miner away. */
    public void dismiss(String why) {
        if (held.isPresent()) {
            refuseHeld(why);
        } else {
            wire.sendLast(dialect.problem(Request.NO_ID, Problem.NO_WORK));
        }
    }

    /** To be called about once a second. */
    public void tick() {
        boolean ignored =
                peer.leftBanned(held.map(waits -> waits.login().requestId()).orElse(Request.NO_ID));
        long now = now();
        Optional<Count> missed = deadlines.missed(seat.isPresent(), isExcused(), wire, now);
        if (missed.isPresent()) {
            services.figures().count(missed.get());
            wire.close();
        } else if (held.filter(login ->
                        now - login.sinceMillis() >= services.settings().firstJobMillis())
                .isPresent()) {
            refuseHeld("no work yet, try again later");
        } else if (held.isEmpty()
                && seat.filter(miner -> miner.vardiff().look(now)).isPresent()) {
            pushJob();
        }
    }

    /** Whether nobody can expect a first share of it: it had one, or there is nothing to work on. */
    private boolean isExcused() {
        return held.isPresent()
                || lobby.board().current().isEmpty()
                || seat.filter(miner -> !miner.isProven()).isEmpty();
    }

    private void refuseHeld(String why) {
        services.figures().count(Count.LOGINS_REFUSED);
        held.ifPresent(login -> wire.sendLast(dialect.loginDeferred(login.login(), why)));
        held = Optional.empty();
        seat = Optional.empty();
    }

    private void say(Reply reply) {
        reply.line().ifPresent(reply.last() ? wire::sendLast : wire::send);
    }

    private void pushJob() {
        if (!wire.keepsUp()) {
            seat.ifPresent(Seat::owe);
            return;
        }
        seat.ifPresent(miner -> lobby.board().current().ifPresent(template -> push(miner, template)));
    }

    /** A fork may have brought work that this miner said it cannot do. */
    private void push(Seat miner, LiveTemplate template) {
        work(miner)
                .unknown(template)
                .ifPresentOrElse(
                        why -> wire.sendLast(dialect.dismissed(why)),
                        () -> wire.send(dialect.job(offer(miner, template), hello.sessionId())));
    }

    private FittingWork work(Seat miner) {
        return new FittingWork(miner, lobby, services);
    }

    private JobOffer offer(Seat miner, LiveTemplate template) {
        MinerJob job = work(miner).job(template);
        return job.offer(miner.give(job, now()));
    }

    private Reply welcome(Request.Login login, Seat miner, LiveTemplate template) {
        Optional<String> impossible = work(miner).impossible(template);
        if (impossible.isPresent()) {
            services.figures().count(Count.LOGINS_REFUSED);
            seat = Optional.empty();
            return Reply.last(dialect.loginRefused(login, impossible.get()));
        }
        services.figures().count(Count.LOGINS_ACCEPTED);
        JobOffer first = offer(miner, template);
        Welcome welcome =
                new Welcome(hello.sessionId(), first, miner.member().program().offered(wire.offers()));
        return Reply.of(dialect.loggedIn(login, welcome));
    }

    String id() {
        return hello.sessionId();
    }

    Visitor visitor() {
        return hello.visitor();
    }

    Optional<Seat> seat() {
        return seat;
    }

    /** A dialect without session ids sends an empty one. */
    boolean isLoggedInAs(String sessionId) {
        return seat.isPresent() && held.isEmpty() && (sessionId.isEmpty() || sessionId.equals(hello.sessionId()));
    }

    void submit(Request.Submit submit) {
        // A fast miner is given harder work for too many shares; too many lines would end its connection before that.
        if (seat.filter(miner -> shares.submit(submit, miner)).isPresent()) {
            budget.giveBack();
        }
    }

    void propose(Request.Propose propose) {
        seat.ifPresent(miner -> proposals.take(new Choice(propose, miner, lobby.board())));
    }

    /** One more job of the current template, if there is one. */
    Optional<JobOffer> freshJob() {
        return seat.flatMap(miner -> lobby.board()
                .current()
                .filter(template -> work(miner).unknown(template).isEmpty())
                .map(template -> offer(miner, template)));
    }

    /** Lets a miner in; without a template the answer is held. */
    Reply sit(Request.Login login, Member member) {
        Seat miner = lobby.seat(member, hello, services);
        seat = Optional.of(miner);
        Optional<LiveTemplate> template = lobby.board().current();
        if (template.isEmpty()) {
            held = Optional.of(new Held(login, services.millis().getAsLong()));
            return Reply.nothing();
        }
        return welcome(login, miner, template.get());
    }

    private long now() {
        return services.millis().getAsLong();
    }
}

package org.motherlode.ra.session;

import java.util.Optional;
import org.jboss.logging.Logger;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.wire.Problem;
import org.motherlode.model.wire.Request;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.statistics.Count;

/** One answer to each kind of request of a session. */
final class Answers implements Request.Cases<Reply> {
    private static final Logger LOG = Logger.getLogger(Answers.class);

    private final Session session;
    private final Dialect dialect;
    private final Lobby lobby;
    private final Services services;
    private int unusable;

    Answers(Session session, Dialect dialect, Lobby lobby, Services services) {
        this.session = session;
        this.dialect = dialect;
        this.lobby = lobby;
        this.services = services;
    }

    @Override
    public Reply hello(Request.Hello request) {
        return dialect.welcome(request, session.id())
                .map(Reply::of)
                .orElseGet(() -> problem(request.requestId(), Problem.UNKNOWN_METHOD));
    }

    @Override
    public Reply login(Request.Login login) {
        if (session.seat().isPresent()) {
            session.visitor().offended(Offence.SECOND_LOGIN);
            return problem(login.requestId(), Problem.LOGGED_IN_ALREADY);
        }
        // First: that there is no work must not use up the logins that an address needs when there is some again.
        Optional<String> idle = lobby.board().idleBecause();
        if (idle.isPresent()) {
            return deferred(login, idle.get());
        }
        if (!session.visitor().may(Ask.LOGIN)) {
            return deferred(login, "Too many logins from your address, try again later");
        }
        return new Entrance(lobby)
                .admit(login)
                .fold(
                        member -> session.visitor()
                                .logsIn(member.address().text())
                                .map(why -> deferred(login, why))
                                .orElseGet(() -> session.sit(login, member)),
                        why -> refused(login, why));
    }

    @Override
    public Reply submit(Request.Submit submit) {
        if (!session.isLoggedInAs(submit.sessionId())) {
            return problem(submit.requestId(), Problem.NOT_LOGGED_IN);
        }
        session.submit(submit);
        return Reply.nothing();
    }

    @Override
    public Reply propose(Request.Propose propose) {
        if (!session.isLoggedInAs(propose.sessionId())) {
            return problem(propose.requestId(), Problem.NOT_LOGGED_IN);
        }
        session.propose(propose);
        return Reply.nothing();
    }

    @Override
    public Reply getJob(Request.GetJob request) {
        if (!session.isLoggedInAs(request.sessionId())) {
            return problem(request.requestId(), Problem.NOT_LOGGED_IN);
        }
        if (!session.visitor().may(Ask.OWN_GET_JOB)) {
            return problem(request.requestId(), Problem.TOO_FAST);
        }
        if (!session.visitor().may(Ask.GET_JOB)) {
            return problem(request.requestId(), Problem.LATER);
        }
        return session.freshJob()
                .map(offer -> Reply.of(dialect.jobAnswer(request, offer, session.id())))
                .orElseGet(() -> problem(request.requestId(), Problem.NO_WORK));
    }

    @Override
    public Reply keepAlive(Request.KeepAlive request) {
        if (!session.visitor().may(Ask.KEEP_ALIVE)) {
            return problem(request.requestId(), Problem.TOO_FAST);
        }
        return session.isLoggedInAs(request.sessionId())
                ? Reply.of(dialect.alive(request))
                : problem(request.requestId(), Problem.NOT_LOGGED_IN);
    }

    @Override
    public Reply unusable(Request.Unusable request) {
        services.figures().count(Count.LINES_UNUSABLE);
        unusable++;
        session.visitor().offended(Offence.NO_REQUEST);
        LOG.debugf("session %s: %s: %s", session.id(), request.problem(), request.words());
        Reply reply = problem(request.requestId(), request.problem());
        boolean enough = unusable >= services.settings().unusableLines();
        return new Reply(reply.line(), reply.last() || enough);
    }

    private Reply refused(Request.Login login, String why) {
        services.figures().count(Count.LOGINS_REFUSED);
        return Reply.last(dialect.loginRefused(login, why));
    }

    private Reply deferred(Request.Login login, String why) {
        services.figures().count(Count.LOGINS_REFUSED);
        return Reply.last(dialect.loginDeferred(login, why));
    }

    private Reply problem(String requestId, Problem problem) {
        String line = dialect.problem(requestId, problem);
        return dialect.closesAfter(problem) ? Reply.last(line) : Reply.of(line);
    }
}

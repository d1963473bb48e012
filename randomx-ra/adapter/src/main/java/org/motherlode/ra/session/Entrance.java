package org.motherlode.ra.session;

import java.util.List;
import java.util.function.Function;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.wire.Request;

/** Decides who may log in. */
final class Entrance {
    private static final int MOST_AGENT = 100;

    /** Let in, or a sentence for the miner. */
    sealed interface Admission {
        <R> R fold(Function<Member, R> member, Function<String, R> refused);

        record Admitted(Member member) implements Admission {
            @Override
            public <R> R fold(Function<Member, R> welcome, Function<String, R> refused) {
                return welcome.apply(member);
            }
        }

        record Refused(String sentence) implements Admission {
            @Override
            public <R> R fold(Function<Member, R> welcome, Function<String, R> refused) {
                return refused.apply(sentence);
            }
        }
    }

    private final Lobby lobby;

    Entrance(Lobby lobby) {
        this.lobby = lobby;
    }

    Admission admit(Request.Login login) {
        String algorithm = lobby.board()
                .current()
                .map(template -> template.block().pow())
                .orElse(lobby.door().pow().first())
                .name();
        return FittingWork.refusal(algorithm, login.algorithms())
                .<Admission>map(Admission.Refused::new)
                .orElseGet(() -> LoginName.of(login)
                        .map(name -> admit(name, login, algorithm))
                        .orElse(new Admission.Refused("what follows the + in your user is a difficulty, a whole number"
                                + " of at most 18 digits; yours is none")));
    }

    private Admission admit(LoginName name, Request.Login login, String algorithm) {
        AddressVerdict verdict = lobby.door().addresses().parse(name.address());
        return verdict.fold(
                payable -> new Admission.Admitted(new Member(
                        lobby.pool(),
                        payable.address(),
                        name.worker(),
                        agent(login.agent()),
                        ours(login.algorithms(), algorithm),
                        name.fixed(),
                        login.form())),
                refused -> new Admission.Refused(refused.sentence()));
    }

    /** Miners name forty or more, and each connection would hold them. */
    private List<String> ours(List<String> offered, String algorithm) {
        return offered.stream()
                .filter(name -> name.equals(algorithm) || lobby.door().pow().names(name))
                .toList();
    }

    private static String agent(String sent) {
        String kept = sent.replaceAll("[^A-Za-z0-9 ._/()+:-]", "");
        return kept.substring(0, Math.min(kept.length(), MOST_AGENT));
    }
}

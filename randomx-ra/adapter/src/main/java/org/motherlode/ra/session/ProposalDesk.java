package org.motherlode.ra.session;

import java.util.Optional;
import org.motherlode.model.chain.OwnTemplates.Judgement;
import org.motherlode.model.wire.Dialect;
import org.motherlode.ra.guard.Ask;
import org.motherlode.ra.guard.Offence;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.statistics.Count;

/** Takes in the blocks that one miner makes itself: one at a time, and each is looked at on another thread. */
final class ProposalDesk {
    private static final String BUSY = "too many block templates are being looked at, try again";

    private final Peer peer;
    private final Wire wire;
    private final Dialect dialect;
    private final Services services;
    private final Visitor visitor;
    private boolean looking;
    private int unusable;

    ProposalDesk(Peer peer, Services services) {
        this.peer = peer;
        this.wire = peer.wire();
        this.dialect = peer.dialect();
        this.services = services;
        this.visitor = peer.visitor();
    }

    void take(Choice choice) {
        Optional<String> wrong = choice.wrong(now());
        if (wrong.isPresent()) {
            refuse(choice, wrong.get());
        } else if (looking || !visitor.may(Ask.PROPOSE)) {
            busy(choice);
        } else {
            look(choice);
        }
    }

    private void look(Choice choice) {
        looking = true;
        boolean taken = services.jury()
                .offer(peer.sender(), choice.look(), judgement -> wire.onLoop(() -> judged(choice, judgement)));
        if (!taken) {
            looking = false;
            busy(choice);
        }
    }

    private void judged(Choice choice, Optional<Judgement> judgement) {
        looking = false;
        judgement.ifPresentOrElse(
                known -> known.fold(
                        usable -> {
                            usable(choice, usable);
                            return known;
                        },
                        unusable -> {
                            unusable(choice, unusable);
                            return known;
                        }),
                () -> busy(choice));
    }

    /** Its job may have come to an end meanwhile. */
    private void usable(Choice choice, Judgement.Usable usable) {
        Optional<String> wrong = choice.wrong(now());
        if (wrong.isPresent()) {
            refuse(choice, wrong.get());
            return;
        }
        choice.take(usable);
        unusable = 0;
        wire.send(dialect.proposalTaken(choice.propose()));
    }

    private void unusable(Choice choice, Judgement.Unusable why) {
        if (!why.innocent()) {
            visitor.offended(Offence.UNPAYING_BLOCK);
        }
        if (peer.leftBanned(choice.propose().requestId())) {
            services.figures().count(Count.PROPOSALS_REFUSED);
        } else {
            refuse(choice, why.sentence());
        }
    }

    /** Who is wrong too often has to come again. */
    private void refuse(Choice choice, String why) {
        services.figures().count(Count.PROPOSALS_REFUSED);
        unusable++;
        String line = dialect.proposalRefused(choice.propose(), why);
        if (unusable >= services.settings().unusableLines()) {
            wire.sendLast(line);
        } else {
            wire.send(line);
        }
    }

    /** Nothing that its miner did wrong. */
    private void busy(Choice choice) {
        services.figures().count(Count.PROPOSALS_REFUSED);
        services.figures().count(Count.PROPOSALS_THROTTLED);
        wire.send(dialect.proposalRefused(choice.propose(), BUSY));
    }

    private long now() {
        return services.millis().getAsLong();
    }
}

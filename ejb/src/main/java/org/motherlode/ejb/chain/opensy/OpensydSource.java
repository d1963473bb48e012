package org.motherlode.ejb.chain.opensy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockSource;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.chain.Tip;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.Submission;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/** Templates of the node, with a first transaction that pays the pool's address and the key that their blocks are hashed with. */
final class OpensydSource implements BlockSource, AutoCloseable {
    private static final Duration BLOCK_INTERVAL = Duration.ofMinutes(2);
    /** Between two long polls, also while the node is away. */
    private static final Duration PAUSE = Duration.ofMillis(200);

    /** The node's words where a proposal is not built on its best block: then its chain has moved on meanwhile. */
    private static final String MOVED_ON = "inconclusive-not-best-prevblk";

    private final Opensyd node;
    private final Payee payee;
    private final Optional<Supplier<Opensyd>> longPolls;
    private final Set<Subscription> open = ConcurrentHashMap.newKeySet();
    private volatile boolean proven;

    /** @param address as the operator wrote it */
    record Payee(String address, CoinbaseTerms terms) {}

    /** @param longPolls makes the node once more by a connection that may be silent for long; empty for polling only */
    OpensydSource(Opensyd node, Payee payee, Optional<Supplier<Opensyd>> longPolls) {
        this.node = node;
        this.payee = payee;
        this.longPolls = longPolls;
    }

    @Override
    public Tip tip() throws NodeUnavailableException {
        return node.tip();
    }

    @Override
    public String network() throws NodeUnavailableException {
        return node.networkAndFirstBlock();
    }

    @Override
    public String payTo() {
        return payee.address();
    }

    @Override
    public Optional<Duration> blockInterval() {
        return Optional.of(BLOCK_INTERVAL);
    }

    @Override
    public Optional<Integer> seedInterval() {
        return Optional.of(RandomXKey.INTERVAL);
    }

    /** The keys are asked for behind the template, so they are believed only if the chain is still the one that it continues. */
    @Override
    public BlockTemplate template() throws NodeUnavailableException {
        TemplateBody body = TemplateAnswer.read(node.template());
        Seed seed = RandomXKey.of(node.blockId(RandomXKey.heightFor(body.height())));
        OptionalLong nextHeight = RandomXKey.nextHeightFor(body.height());
        Optional<Seed> next = nextHeight.isPresent()
                ? Optional.of(RandomXKey.of(node.blockId(nextHeight.getAsLong())))
                : Optional.empty();
        if (!node.bestBlockId().equals(body.previousId())) {
            throw new NodeUnavailableException(node.name() + " has another best block than its template continues");
        }
        OpenSyTemplate template = OpenSyTemplate.of(body, payee.terms(), seed, next);
        prove(template);
        return template;
    }

    /** Once in a life: the node judges a block of our making, before any miner works on one. */
    private void prove(OpenSyTemplate template) throws NodeUnavailableException {
        if (proven) {
            return;
        }
        Submission unsolved = new Submission(
                new ExtraNonce(Octets.of(new byte[Coinbase.EXTRA_NONCE_BYTES])),
                Octets.of(new byte[Header.NONCE_BYTES]),
                Hash.of(new byte[Hash.BYTES]));
        Optional<String> objection =
                node.objection(template.seal(unsolved).bytes().hex());
        if (objection.isPresent() && !objection.get().equals(MOVED_ON)) {
            throw new NodeUnavailableException(
                    node.name() + " would take no block of this pool: " + SubmitWords.refusal(objection.get()));
        }
        proven = objection.isEmpty();
    }

    @Override
    public Subscription onNewTip(Runnable signal) {
        if (longPolls.isEmpty()) {
            return () -> {};
        }
        Subscription poll = LongPoll.open(longPolls.get().get(), signal, PAUSE);
        open.add(poll);
        return () -> {
            open.remove(poll);
            poll.close();
        };
    }

    @Override
    public void close() {
        open.forEach(Subscription::close);
        open.clear();
    }
}

package org.motherlode.ejb.chain.opensy;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.BlockFate;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.Chain;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.job.ExtraNonce;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.job.Submission;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentFate;
import org.motherlode.model.payout.PaymentOrder;
import org.motherlode.model.payout.PreparedPayment;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.work.Hash;

/**
 * The whole package with real RandomX, from a template to a payment, over two changes of the key: on the stand-in, or on the regtest of
 * a real node that {@code OPENSY_RPC} names as {@code http://user:password@host:port}. Such a node must have one wallet open and be
 * started with {@code -randomxforkheight=1}.
 */
@Timeout(600)
class ChainOnANodeTest {
    private static final Optional<URI> REAL =
            Optional.ofNullable(System.getenv("OPENSY_RPC")).map(URI::create);
    private static final int TO_MATURITY = 101;

    @Test
    void blocks_are_mined_mature_and_are_paid_from() throws Exception {
        if (REAL.isPresent()) {
            URI real = REAL.get();
            String url = "http://" + real.getHost() + ":" + real.getPort();
            RawAsk ask = new RawAsk(url, real.getUserInfo());
            walk(url, real.getUserInfo(), newAddress(ask), newAddress(ask));
            return;
        }
        try (RandomXLight pow = new RandomXLight();
                OpenSyNode node = StandIns.started(pow)) {
            walk(node.url(), OpenSyNode.LOGIN, StandIns.POOL, StandIns.AMY);
        }
    }

    private static void walk(String url, String login, String payTo, String miner) throws Exception {
        try (RandomXLight randomx = new RandomXLight();
                Chain chain = StandIns.chain(url, Map.of("opensy.node-login", login, "opensy.address", payTo))) {
            BlockRef first = mineOne(chain, randomx);
            assertThat(chain.watch().fate(first)).isEqualTo(new BlockFate.Pending(1, TO_MATURITY));
            Set<Seed> keys = new HashSet<>();
            for (int block = 1; block < TO_MATURITY; block++) {
                keys.add(chain.source().template().seed());
                mineOne(chain, randomx);
            }
            assertThat(keys).hasSizeGreaterThanOrEqualTo(3);
            assertThat(chain.watch().fate(first)).isInstanceOf(BlockFate.Matured.class);
            pay(chain, randomx, miner);
        }
    }

    private static void pay(Chain chain, RandomXLight randomx, String miner) throws Exception {
        Money amount = OpenSy.qirsh(123_456_789);
        PaymentOrder order = new PaymentOrder(new TreeMap<>(Map.of(new MinerAddress(miner), amount)));

        PreparedPayment payment = chain.wallet().prepare(order);
        assertThat(chain.wallet().fate(payment)).isEqualTo(new PaymentFate.Unseen());
        chain.wallet().send(payment);
        assertThat(chain.wallet().fate(payment)).isEqualTo(new PaymentFate.Waiting());
        BlockRef paying = mineOne(chain, randomx);

        assertThat(chain.wallet().fate(payment)).isEqualTo(new PaymentFate.Mined(paying.height(), 1, false));
    }

    /** As a miner would: the job's bytes, the nonce at 76, each hash compared. */
    private static BlockRef mineOne(Chain chain, RandomXLight randomx) throws Exception {
        BlockTemplate template = chain.source().template();
        ExtraNonce extraNonce = new ExtraNonce(Octets.ofHex("0011223344556677"));
        byte[] key = template.seed().octets().toBytes();
        for (int i = 0; ; i++) {
            Octets nonce = Octets.of(new WireWriter().int32(i).toBytes());
            Hash hash =
                    randomx.of(key, template.job(extraNonce).withNonce(nonce).toBytes());
            if (template.meetsNetwork(hash)) {
                SealedBlock block = template.seal(new Submission(extraNonce, nonce, hash));
                assertThat(chain.sink().submit(block).words()).isEqualTo("taken as the new best block");
                assertThat(chain.source().tip().blockId()).isEqualTo(block.ref().id());
                return block.ref();
            }
        }
    }

    private static String newAddress(RawAsk ask) throws IOException, InterruptedException {
        return ask.ask(Json.createObjectBuilder()
                        .add("jsonrpc", "2.0")
                        .add("id", "0")
                        .add("method", "getnewaddress")
                        .add("params", Json.createArrayBuilder().add("").add("bech32"))
                        .build())
                .json()
                .getString("result");
    }
}

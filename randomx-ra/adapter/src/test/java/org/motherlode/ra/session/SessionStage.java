package org.motherlode.ra.session;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.pool.Settings;
import org.motherlode.model.stratum.PoolDoor;
import org.motherlode.model.wire.Dialect;
import org.motherlode.model.work.Difficulty;
import org.motherlode.ra.delivery.AcceptanceClock;
import org.motherlode.ra.delivery.BlockCourier;
import org.motherlode.ra.delivery.Courier;
import org.motherlode.ra.delivery.DeliverySettings;
import org.motherlode.ra.delivery.Dispatch;
import org.motherlode.ra.delivery.Listeners;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.epoch.NodeLife;
import org.motherlode.ra.fixture.Sha256Hasher;
import org.motherlode.ra.found.BlockFolder;
import org.motherlode.ra.guard.Visitor;
import org.motherlode.ra.job.JobBoard;
import org.motherlode.ra.job.JobNumbers;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;
import org.motherlode.ra.verify.Claim;

/** One session without socket, server and threads: time goes by when the test says so, and no verdict is ever reached. */
final class SessionStage {
    /** How many shares of a template are remembered. */
    static final int DUPLICATES = 100;

    private static final NodeLife LIFE = new NodeLife(0, 1, 0);

    final ListedWire wire = new ListedWire();
    final List<Claim> claims = new ArrayList<>();
    final ListedVerifier verifier = new ListedVerifier(claims);
    final Figures figures = new Figures();
    final FreeVisitor visitor = new FreeVisitor();
    final PromptJury jury = new PromptJury();
    final JobBoard board = new JobBoard(new JobNumbers(LIFE), DUPLICATES);
    final RefusedTally refused = new RefusedTally(10);
    final Session session;
    long now;

    private final Path folder;
    private final Dialect dialect;
    private final Lobby lobby;
    private final Services services;

    /** {@code settings}: of the pool. */
    SessionStage(Path folder, Dialect dialect, BlockTemplate first, String settings) throws Exception {
        this.folder = folder;
        this.dialect = dialect;
        board.publish(first);
        Settings read = Settings.parse(settings);
        PoolDoor door = new PoolDoor(text -> new AddressVerdict.Payable(new MinerAddress(text)), Sha256Hasher.ID);
        lobby = new Lobby(new PoolName("toy"), door, board, VardiffSettings.of(read), LatePolicy.of(read));
        services = services();
        session = another(wire, visitor);
    }

    /** One more of the same pool, with a wire and a visitor of its own. */
    Session another(Wire line, Visitor who) {
        return new Session(line, dialect, lobby, services, new Session.Hello("5e55", Difficulty.of(4_096), who));
    }

    void say(String line) {
        session.line(line.getBytes(StandardCharsets.UTF_8));
    }

    void publish(BlockTemplate template) {
        board.publish(template);
        session.newWork();
    }

    private Services services() throws Exception {
        DeliverySettings delivery = DeliverySettings.of(Settings.parse(""));
        AcceptanceClock clock = new AcceptanceClock(InstantSource.system(), Instant.EPOCH, () -> Instant.MAX);
        Dispatch dispatch = new Dispatch(delivery, new Listeners(), figures, new Troubles(figures, System::nanoTime));
        Courier courier = new Courier(dispatch, LIFE, clock, refused);
        BlockCourier blocks = new BlockCourier(dispatch, new BlockFolder(folder, 0));
        SessionSettings patient = SessionSettings.of(Settings.parse("slow-reader-millis = 600000"));
        return new Services(
                patient, verifier, jury, new Crediting(courier, blocks, figures), refused, figures, () -> now);
    }
}

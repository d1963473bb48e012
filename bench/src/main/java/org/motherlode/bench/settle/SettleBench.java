package org.motherlode.bench.settle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.ResidentMemory;
import org.motherlode.bench.house.ServerMemory;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.settle.CrowdedWindow.Division;
import org.motherlode.ctl.work.Steps;

/** Blocks of a window with very many shares and miners, one after the other, settled by the server's own job. */
public record SettleBench(House house, SettleSettings settings, Steps steps) {

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("settle: " + settings);
        DataSource owner = house.database().ownerDataSource();
        CrowdedWindow window = new CrowdedWindow(owner, settings);
        window.retireNode();
        window.add(settings.shares());
        steps.say("settle: the shares are there");
        long pid = house.server().pid();
        List<Settled> all = new ArrayList<>();
        for (int block = 0; block < settings.blocks(); block++) {
            window.add(settings.moved());
            long heap = ServerMemory.of(pid).heapBytes();
            long number = window.find();
            Division division = window.await(number);
            Settled settled = new Settled(
                    division, window.credited(number), ServerMemory.of(pid).heapBytes() - heap);
            steps.say("settle: " + settled);
            all.add(settled);
        }
        return new SettleFigures(settings, all, ResidentMemory.of(pid).peak()).outcome();
    }
}

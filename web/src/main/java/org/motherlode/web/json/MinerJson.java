package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.Prospect;
import org.motherlode.model.share.ShareRefusal;
import org.motherlode.model.view.DayView;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.WorkerView;

/** A miner and its workers. */
public final class MinerJson {
    private MinerJson() {}

    /** What {@code /miner/{address}/stats} says. */
    public static JsonObject of(MinerView miner) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("address", miner.address())
                .add("hashrate", miner.hashrate())
                .add("hashrate_formatted", Hashrates.formatted(miner.hashrate()))
                .add("hashrate_unit", "H/s")
                .add("shares_valid", miner.sharesValid())
                .add("shares_invalid", miner.sharesInvalid())
                .add("blocks_found", miner.blocksFound())
                .add("asset", miner.payable().asset().code())
                .add("balance", Amounts.decimal(miner.payable()))
                .add("pending_balance", Amounts.decimal(miner.payable()))
                .add("total_paid", Amounts.decimal(miner.paid()))
                .add("paid_total", Amounts.decimal(miner.paid()))
                .add("paid_total_atoms", miner.paid().atoms().toString());
        amount(json, "due", miner.payable());
        amount(json, "immature", miner.immature());
        amount(json, "reserved", miner.reserved());
        miner.firstDay().ifPresent(day -> json.add("shares_since", day.toString()));
        miner.lastShareAt().ifPresent(at -> json.add("last_share", at.toString()));
        miner.prospect().ifPresent(prospect -> json.add("payout", payout(prospect)));
        return json.add("refused", refused(miner.refused()))
                .add("days", days(miner.days()))
                .add("workers", workers(miner.workers()))
                .build();
    }

    private static JsonObject payout(Prospect prospect) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("reason", prospect.reason().name())
                .add("words", prospect.words());
        prospect.until().ifPresent(until -> json.add("until", until.getEpochSecond()));
        return json.build();
    }

    /** What {@code /miner/lookup} says of a miner that is known. */
    public static JsonObject found(MinerView miner) {
        return Json.createObjectBuilder()
                .add("found", true)
                .add("address", miner.address())
                .add("shares", miner.sharesValid())
                .add("blocks", miner.blocksFound())
                .build();
    }

    /** What {@code /miner/{address}/workers} lists. */
    public static JsonArray workers(List<WorkerView> workers) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        workers.forEach(worker -> array.add(worker(worker)));
        return array.build();
    }

    private static JsonObject worker(WorkerView worker) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("name", worker.name())
                .add("hashrate", worker.hashrate())
                .add("hashrate_formatted", Hashrates.formatted(worker.hashrate()))
                .add("shares", worker.sharesValid())
                .add("shares_valid", worker.sharesValid())
                .add("shares_invalid", count(worker.refused()))
                .add("online", worker.online());
        worker.lastShareAt()
                .ifPresent(at -> json.add("last_share", at.toString()).add("last_seen", at.getEpochSecond()));
        return json.add("refused", refused(worker.refused())).build();
    }

    private static JsonArray days(List<DayView> days) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        days.forEach(day -> array.add(Json.createObjectBuilder()
                .add("day", day.day().toString())
                .add("shares_valid", day.sharesValid())
                .add("shares_invalid", day.sharesInvalid())
                .add("work", day.work())));
        return array.build();
    }

    private static JsonObject refused(Map<ShareRefusal, Long> counts) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(counts).forEach((why, count) -> json.add(why.name(), count));
        return json.build();
    }

    private static long count(Map<ShareRefusal, Long> refused) {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }

    private static void amount(JsonObjectBuilder json, String name, Money money) {
        json.add(name, Amounts.decimal(money));
        json.add(name + "_atoms", money.atoms().toString());
    }
}

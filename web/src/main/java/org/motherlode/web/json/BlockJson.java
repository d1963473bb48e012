package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.motherlode.model.block.BlockState;
import org.motherlode.model.view.BlockView;

/** A found block. */
public final class BlockJson {
    private BlockJson() {}

    public static JsonObject of(BlockView block) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", block.number())
                .add("height", block.height())
                .add("hash", block.id())
                .add("state", block.state().name())
                .add("confirmed", block.state() == BlockState.MATURE)
                .add("orphaned", block.state() == BlockState.ORPHANED)
                .add("confirmations", block.confirmations())
                .add("confirmations_required", block.confirmationsRequired())
                .add("miner", block.finder())
                .add("worker", block.worker())
                .add("difficulty", block.difficulty())
                .add("found_at", block.foundAt().getEpochSecond())
                .add("time", block.foundAt().toString());
        block.reward().ifPresent(reward -> json.add("reward", Amounts.decimal(reward))
                .add("reward_atoms", reward.atoms().toString())
                .add("asset", reward.asset().code()));
        block.effortPercent().ifPresent(effort -> json.add("effort_percent", effort));
        return json.build();
    }
}

package org.motherlode.coopmine;

import org.motherlode.coopmine.miner.MinerCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The main class. */
@Command(
        name = "coopmine",
        description = "Mines at Motherlode and other pools of RandomX coins.",
        mixinStandardHelpOptions = true,
        version = "coopmine 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = MinerCommand.class)
public final class CoopMine {
    private CoopMine() {}

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new CoopMine());
    }
}

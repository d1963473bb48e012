package org.motherlode.ctl.work;

import static org.motherlode.ctl.process.Told.CC;
import static org.motherlode.ctl.process.Told.MONEROD;
import static org.motherlode.ctl.process.Told.MONERO_WALLET_RPC;
import static org.motherlode.ctl.process.Told.MOTHERLODE_POSTGRES;
import static org.motherlode.ctl.process.Told.RANDOMX_LIBRARY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The programs and libraries beside the JDK, each with the Debian package that has it. */
public final class Prerequisites {
    private static final String PROGRAM = "an executable program";
    private static final List<String> OF_POSTGRESQL = List.of("bin/initdb", "bin/pg_ctl", "bin/postgres");
    private static final String UNPACKS =
            "install it to unpack PostgreSQL, or set " + MOTHERLODE_POSTGRES + " to the folder of one, 15 or later";
    private static final List<Need> ALL = List.of(
            Need.program("gcc", "gcc", "set CC to a C compiler").orTold(CC.name(), PROGRAM, Machine::hasProgram),
            Need.file(Path.of("/usr/include/stdio.h"), "libc6-dev", "install the C library's headers, or set CC")
                    .unlessTold(CC.name()),
            Need.library("librandomx.so", "librandomx0", "set RANDOMX_LIBRARY to a librandomx 1.1.10 or later")
                    .orTold(RANDOMX_LIBRARY.name(), "a file", (machine, path) -> Files.isRegularFile(Path.of(path))),
            Need.program("monerod", "monero", "set MONEROD to the path of monerod 0.18")
                    .orTold(MONEROD.name(), PROGRAM, Machine::hasProgram),
            Need.program("monero-wallet-rpc", "monero", "set MONERO_WALLET_RPC to the path of monero-wallet-rpc 0.18")
                    .orTold(MONERO_WALLET_RPC.name(), PROGRAM, Machine::hasProgram),
            Need.nothing()
                    .orTold(
                            MOTHERLODE_POSTGRES.name(),
                            "a folder with " + String.join(", ", OF_POSTGRESQL),
                            (machine, folder) -> machine.hasPrograms(folder, OF_POSTGRESQL)),
            Need.program("xz", "xz-utils", UNPACKS).unlessTold(MOTHERLODE_POSTGRES.name()),
            Need.program("tar", "tar", UNPACKS).unlessTold(MOTHERLODE_POSTGRES.name()),
            Need.program("setpriv", "util-linux", "install util-linux; root starts PostgreSQL as another user with it"),
            Need.library("libaio.so.1", "libaio1", "install libaio; without it the broker's journal is slower")
                    .ifPossible());

    private Prerequisites() {}

    private record Missing(Need need, Need.Lack lack) {}

    /** Installs what is missing where apt can do it; otherwise an exception names each missing thing and its remedy. */
    public static void provide(Steps steps) throws IOException, InterruptedException {
        Machine machine = Machine.here();
        List<Missing> missing = missing(machine);
        if (missing.stream().allMatch(one -> one.lack().byPackage()) && !missing.isEmpty() && Apt.isUsable(machine)) {
            Apt.install(packages(missing), steps);
        }
        List<Missing> still = missing(machine);
        still.stream()
                .filter(one -> !one.lack().vital())
                .forEach(one -> steps.say(
                        "not there, though it would be good: " + one.lack().sentence()));
        List<Missing> vital = still.stream().filter(one -> one.lack().vital()).toList();
        if (!vital.isEmpty()) throw new IOException(words(vital, machine));
    }

    /** A sentence for each thing that is missing, empty when nothing vital is. */
    static List<String> lacking(Machine machine) {
        return missing(machine).stream()
                .filter(one -> one.lack().vital())
                .map(one -> one.lack().sentence())
                .toList();
    }

    private static List<Missing> missing(Machine machine) {
        return ALL.stream()
                .flatMap(need -> Stream.of(need.look().at(machine))
                        .flatMap(Optional::stream)
                        .map(lack -> new Missing(need, lack)))
                .toList();
    }

    private static List<String> packages(List<Missing> missing) {
        return missing.stream()
                .filter(one -> one.lack().byPackage())
                .map(one -> one.need().debianPackage())
                .distinct()
                .sorted()
                .toList();
    }

    private static String words(List<Missing> missing, Machine machine) {
        String lines =
                missing.stream().map(one -> "\n  " + one.lack().sentence()).collect(Collectors.joining());
        List<String> packages = packages(missing);
        boolean debian = Apt.isThere(machine) && !packages.isEmpty();
        return "these are missing:" + lines
                + (debian ? "\nOr have root do this: apt-get install " + String.join(" ", packages) : "");
    }
}

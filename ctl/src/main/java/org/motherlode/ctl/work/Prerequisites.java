package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The programs and libraries beside the JDK, each with the Debian package that has it. */
public final class Prerequisites {
    private static final List<Need> ALL = List.of(
            Need.program("gcc", "gcc", "set CC to a C compiler"),
            Need.header("stdio.h", "libc6-dev", "install the C library's headers"),
            Need.library("librandomx.so", "librandomx0", "set RANDOMX_LIBRARY to a librandomx 1.1.10 or later"),
            Need.program("monerod", "monero", "set MONEROD to the path of monerod 0.18"),
            Need.program("monero-wallet-rpc", "monero", "set MONERO_WALLET_RPC to the path of monero-wallet-rpc 0.18"),
            Need.library("libaio.so.1", "libaio1", "install libaio; without it the broker's journal is slower"),
            Need.program("xz", "xz-utils", "install xz; PostgreSQL's binaries are packed with it"),
            Need.program("tar", "tar", "install tar"),
            Need.program(
                    "setpriv", "util-linux", "install util-linux; root starts PostgreSQL as another user with it"));

    private Prerequisites() {}

    /** Something that must be on the machine. */
    private record Need(String what, String debianPackage, String otherwise, List<Path> places, String variable) {
        static Need program(String name, String debianPackage, String otherwise) {
            String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
            List<Path> places = Stream.of(path.split(":", -1))
                    .map(folder -> Path.of(folder, name))
                    .toList();
            String variable = name.equals("gcc") ? "CC" : name.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
            return new Need(name, debianPackage, otherwise, places, variable);
        }

        static Need library(String name, String debianPackage, String otherwise) {
            return new Need(name, debianPackage, otherwise, List.of(), "RANDOMX_LIBRARY");
        }

        static Need header(String name, String debianPackage, String otherwise) {
            return new Need(name, debianPackage, otherwise, List.of(Path.of("/usr/include", name)), "CC");
        }

        boolean isThere() {
            return System.getenv(variable) != null
                    || (places.isEmpty() ? isLibrary() : places.stream().anyMatch(Files::exists));
        }

        private boolean isLibrary() {
            return Stream.of("/lib", "/usr/lib", "/usr/local/lib", "/usr/lib64", "/lib64")
                    .flatMap(folder -> Stream.of(
                            Path.of(folder), Path.of(folder, "x86_64-linux-gnu"), Path.of(folder, "aarch64-linux-gnu")))
                    .anyMatch(this::holdsLibrary);
        }

        private boolean holdsLibrary(Path folder) {
            try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
                return files.anyMatch(file -> file.getFileName().toString().startsWith(what));
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Installs what is missing where apt can do it; otherwise an exception names each missing thing and its remedy. */
    public static void provide(Steps steps) throws IOException, InterruptedException {
        List<Need> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        boolean debian = Files.isExecutable(Path.of("/usr/bin/apt-get"));
        if (debian && mayInstall()) {
            install(missing, steps);
        }
        List<Need> still = missing();
        if (!still.isEmpty()) {
            List<String> lines = still.stream()
                    .map(need -> "  " + need.what() + ": " + need.otherwise())
                    .toList();
            String remedy =
                    debian ? "\nOr have root do this: apt-get install " + String.join(" ", packages(still)) : "";
            throw new IOException("these are missing:\n" + String.join("\n", lines) + remedy);
        }
    }

    private static boolean mayInstall() {
        return isRoot() || Need.program("sudo", "sudo", "").isThere();
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static List<String> packages(List<Need> needs) {
        return needs.stream().map(Need::debianPackage).distinct().sorted().toList();
    }

    private static List<Need> missing() {
        return ALL.stream().filter(need -> !need.isThere()).toList();
    }

    private static void install(List<Need> missing, Steps steps) throws IOException, InterruptedException {
        List<String> packages = packages(missing);
        steps.say("installing with apt: " + String.join(" ", packages));
        run(List.of("apt-get", "update", "-qq"));
        List<String> command = new ArrayList<>(List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
        command.addAll(packages);
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        List<String> whole = new ArrayList<>();
        if (!isRoot()) {
            whole.add("sudo");
        }
        whole.addAll(List.of("env", "DEBIAN_FRONTEND=noninteractive")); // sudo would not pass our own environment on
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).inheritIO();
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException(String.join(" ", whole) + " ended with status " + status);
        }
    }
}

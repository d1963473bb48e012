package org.motherlode.ctl.work;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Debian's packages, installed by root, or by sudo for anyone else. */
final class Apt {
    private static final String PROGRAM = "apt-get";

    private Apt() {}

    static boolean isThere(Machine machine) {
        return machine.hasProgram(PROGRAM);
    }

    static boolean isUsable(Machine machine) {
        return isThere(machine) && (isRoot() || machine.hasProgram("sudo"));
    }

    static void install(List<String> packages, Steps steps) throws IOException, InterruptedException {
        steps.say("installing with apt: " + String.join(" ", packages));
        run(List.of(PROGRAM, "update", "-qq"));
        List<String> command = new ArrayList<>(List.of(PROGRAM, "install", "-y", "-qq", "--no-install-recommends"));
        command.addAll(packages);
        run(command);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
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

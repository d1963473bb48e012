package org.motherlode.ctl.work;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something beside the JDK that should be on the machine.
 *
 * @param debianPackage has it
 */
record Need(String debianPackage, Look look) {
    /** Looks for it; empty when it is there. */
    @FunctionalInterface
    interface Look {
        Optional<Lack> at(Machine machine);
    }

    /** Whether what a variable says is good. */
    @FunctionalInterface
    interface Test {
        boolean holds(Machine machine, String told);
    }

    /**
     * What is missing.
     *
     * @param sentence names it and what to do
     * @param byPackage whether the Debian package mends it; no package mends a variable that names nothing
     * @param vital whether nothing works without it
     */
    record Lack(String sentence, boolean byPackage, boolean vital) {}

    static Need program(String name, String debianPackage, String remedy) {
        return new Need(debianPackage, machine -> machine.hasProgram(name) ? Optional.empty() : missing(name, remedy));
    }

    /** A shared library whose file's name begins like this. */
    static Need library(String name, String debianPackage, String remedy) {
        return new Need(debianPackage, machine -> machine.hasLibrary(name) ? Optional.empty() : missing(name, remedy));
    }

    static Need file(Path file, String debianPackage, String remedy) {
        return new Need(
                debianPackage, machine -> Files.exists(file) ? Optional.empty() : missing(file.toString(), remedy));
    }

    /** Nothing, unless a variable {@linkplain #orTold tells} something. */
    static Need nothing() {
        return new Need("", machine -> Optional.empty());
    }

    private static Optional<Lack> missing(String name, String remedy) {
        return Optional.of(new Lack(name + ": " + remedy, true, true));
    }

    /** Where the variable is set, only what it names counts, which is {@code what} if the test holds. */
    Need orTold(String variable, String what, Test test) {
        return new Need(debianPackage, machine -> {
            Optional<String> told = machine.told(variable);
            if (told.isEmpty()) return look.at(machine);
            String sentence = variable + " must name " + what + ", but is '" + told.get() + "'";
            return test.holds(machine, told.get()) ? Optional.empty() : Optional.of(new Lack(sentence, false, true));
        });
    }

    /** Not needed where the variable is set. */
    Need unlessTold(String variable) {
        return new Need(
                debianPackage, machine -> machine.told(variable).isPresent() ? Optional.empty() : look.at(machine));
    }

    /** Good to have, no more. */
    Need ifPossible() {
        return new Need(debianPackage, machine -> look.at(machine)
                .map(lack -> new Lack(lack.sentence(), lack.byPackage(), false)));
    }
}

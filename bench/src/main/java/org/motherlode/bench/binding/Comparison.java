package org.motherlode.bench.binding;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.randomx.Vm;

/**
 * Rounds of six slices over the same inputs, in the order C, JNI, control, control, JNI, C: each of the three has the same
 * middle, so a machine that slowly changes its speed favours none. The control is the loop in C once more; how far its ratio
 * is from 1 is how far the measurement can be trusted. Time is the processor time of this thread.
 */
public final class Comparison {
    private static final int INPUT_BYTES = 76;
    private static final int WARM_UP_ROUNDS = 5;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final Vm vm;
    private final BindingSettings settings;
    private final byte[] out = new byte[Vm.HASH_BYTES];

    public Comparison(Vm vm, BindingSettings settings) {
        this.vm = vm;
        this.settings = settings;
    }

    public Figures run() {
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            round(-1 - round);
        }
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            rounds.add(round(round));
        }
        return new Figures(rounds, settings.hashes());
    }

    /** Nanoseconds of two slices each. */
    record Round(long c, long jni, long control) {}

    private Round round(int number) {
        byte[] input = input(number);
        long c = inC(input);
        long jni = throughJni(input);
        long control = inC(input);
        control += inC(input);
        jni += throughJni(input);
        c += inC(input);
        return new Round(c, jni, control);
    }

    /** Programs differ in length by input, so all slices of a round hash the same ones. */
    private static byte[] input(int number) {
        byte[] input = new byte[INPUT_BYTES];
        for (int i = 0; i < Integer.BYTES; i++) {
            input[1 + i] = (byte) (number >>> (8 * i));
        }
        return input;
    }

    private long inC(byte[] input) {
        long before = clock.getCurrentThreadCpuTime();
        vm.hashSeries(input, settings.hashes(), out);
        return clock.getCurrentThreadCpuTime() - before;
    }

    private long throughJni(byte[] input) {
        byte[] changing = input.clone();
        long before = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < settings.hashes(); i++) {
            vm.hash(changing, out);
            changing[0]++;
        }
        return clock.getCurrentThreadCpuTime() - before;
    }
}

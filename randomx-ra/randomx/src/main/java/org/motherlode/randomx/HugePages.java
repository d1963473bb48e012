package org.motherlode.randomx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What became of the advice to put a cache or dataset on huge pages (worth 15 % in light mode, 65 % in fast mode).
 *
 * @param refusal 0 if the kernel took the advice, else its error number
 * @param kibibytes how much of the mapping lies on huge pages now, as {@code /proc/self/smaps} says
 * @param wholeKibibytes how much there is
 */
public record HugePages(int refusal, long kibibytes, long wholeKibibytes) {
    private static final Path MAPS = Path.of("/proc/self/smaps");

    static HugePages of(long region) {
        long whole = Bridge.bytes(region) / 1024;
        return new HugePages(Bridge.advice(region), Math.min(whole, onHugePages(Bridge.address(region))), whole);
    }

    @Override
    public String toString() {
        String advice = refusal == 0 ? "" : " (advice refused, error " + refusal + ")";
        return kibibytes / 1024 + " of " + wholeKibibytes / 1024 + " MiB on huge pages" + advice;
    }

    private static long onHugePages(long address) {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.dropWhile(line -> !startsMappingWith(line, address))
                    .filter(line -> line.startsWith("AnonHugePages:"))
                    .findFirst()
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException unreadable) {
            return 0; // the figure is for people only, and a system without /proc has none
        }
    }

    private static boolean startsMappingWith(String line, long address) {
        int dash = line.indexOf('-');
        int space = line.indexOf(' ');
        if (dash < 1 || space < dash || !line.substring(0, dash).matches("[0-9a-f]+")) {
            return false;
        }
        long from = Long.parseUnsignedLong(line, 0, dash, 16);
        long to = Long.parseUnsignedLong(line, dash + 1, space, 16);
        return Long.compareUnsigned(from, address) <= 0 && Long.compareUnsigned(address, to) < 0;
    }
}

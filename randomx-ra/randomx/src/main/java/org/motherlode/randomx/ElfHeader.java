package org.motherlode.randomx;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What a shared library asks of the stack. One that asks for an executable stack (or does not say, which glibc takes as
 * the same) makes the stacks of all threads executable when it is opened, and wipes out the guard pages of the JVM on the
 * way: the next StackOverflowError is then a crash of the process. Layout: System V ABI, "ELF header", "program header";
 * only 64-bit little-endian files are read.
 *
 * @param machine the processor, 62 for x86_64, 183 for aarch64
 * @param stackFlagsAt where the flags of PT_GNU_STACK stand in the file, or -1 if there is no such header
 * @param stackFlags 4 read, 2 write, 1 execute
 */
record ElfHeader(int machine, long stackFlagsAt, int stackFlags) {
    static final int EXECUTE = 1;
    private static final int FILE_HEADER_BYTES = 64;
    private static final int PROGRAM_HEADER_BYTES = 56;
    private static final int PT_GNU_STACK = 0x6474e551;

    boolean asksForExecutableStack() {
        return stackFlagsAt < 0 || (stackFlags & EXECUTE) != 0;
    }

    boolean canBePatched() {
        return stackFlagsAt >= 0;
    }

    boolean isForThisMachine() {
        String architecture = Platform.architecture();
        return machine == 62 ? architecture.equals("x86_64") : machine == 183 && architecture.equals("aarch64");
    }

    static ElfHeader read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer head = bytes(channel, 0, FILE_HEADER_BYTES);
            if (head.getInt(0) != 0x464c457f || head.get(4) != 2 || head.get(5) != 1) {
                throw new IOException("not a 64-bit little-endian ELF file");
            }
            return stack(channel, head);
        }
    }

    /** Takes the right to execute from the stack flags of a file. */
    void forbidExecutableStack(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer flags = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
            flags.putInt(0, stackFlags & ~EXECUTE);
            channel.write(flags, stackFlagsAt);
        }
    }

    private static ElfHeader stack(FileChannel channel, ByteBuffer head) throws IOException {
        int machine = Short.toUnsignedInt(head.getShort(18));
        long tableAt = head.getLong(32);
        int entryBytes = Short.toUnsignedInt(head.getShort(54));
        int entries = Short.toUnsignedInt(head.getShort(56));
        if (entries > 0 && entryBytes != PROGRAM_HEADER_BYTES) {
            throw new IOException("program headers of " + entryBytes + " bytes");
        }
        for (int i = 0; i < entries; i++) {
            long at = tableAt + (long) i * entryBytes;
            ByteBuffer entry = bytes(channel, at, PROGRAM_HEADER_BYTES);
            if (entry.getInt(0) == PT_GNU_STACK) {
                return new ElfHeader(machine, at + 4, entry.getInt(4));
            }
        }
        return new ElfHeader(machine, -1, 0);
    }

    private static ByteBuffer bytes(FileChannel channel, long at, int count) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        if (at < 0 || channel.read(read, at) < count) {
            throw new IOException("the file ends too early");
        }
        return read;
    }
}

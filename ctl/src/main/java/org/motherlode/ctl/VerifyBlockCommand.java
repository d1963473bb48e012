package org.motherlode.ctl;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motherlode.ctl.audit.BlockVerifier;
import org.motherlode.ctl.audit.UnreadableBundleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify-block",
        mixinStandardHelpOptions = true,
        description = {
            "Divide a block's reward again from its audit bundle, or check one miner's line of it; no server is needed.",
            "Exit status: 0 all of it holds, 1 something does not, 2 the file is no bundle or cannot be read."
        })
final class VerifyBlockCommand implements Callable<Integer> {
    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int UNREADABLE = 2;

    @Parameters(paramLabel = "FILE", description = "What /api/pool/blocks/ID/audit gave, or - for standard input.")
    private String file;

    @Option(names = "--miner", paramLabel = "ADDRESS", description = "Also tell this miner's line.")
    private Optional<String> miner = Optional.empty();

    @Option(
            names = "--shares",
            paramLabel = "FILE",
            description = "Also sum the weights again from these shares, CSV as docs/audit.md says.")
    private Optional<Path> shares = Optional.empty();

    @Spec
    private CommandSpec spec;

    private VerifyBlockCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (InputStream in = bundle()) {
            return verify(in, out) ? HOLDS : FAILS;
        } catch (UnreadableBundleException e) {
            return unreadable(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return unreadable("cannot be read: " + e);
        } finally {
            out.flush();
        }
    }

    private boolean verify(InputStream in, PrintWriter out) throws IOException, UnreadableBundleException {
        BlockVerifier verifier = new BlockVerifier(out);
        if (shares.isEmpty()) {
            return verifier.verify(in, new BlockVerifier.Questions(miner, Optional.empty()));
        }
        try (BufferedReader list = Files.newBufferedReader(called(shares.get()))) {
            return verifier.verify(in, new BlockVerifier.Questions(miner, Optional.of(list)));
        }
    }

    private InputStream bundle() throws IOException {
        return file.equals("-") ? new Kept(System.in) : Files.newInputStream(called(Path.of(file)));
    }

    /** The script goes to the project's folder before it calls; a person means his own. */
    private static Path called(Path path) {
        return Path.of(System.getProperty("motherlode.called-from", "")).resolve(path);
    }

    private int unreadable(String sentence) {
        spec.commandLine().getErr().println("motherlode: " + file + ": " + sentence);
        return UNREADABLE;
    }

    /** Standard input, which is nobody's to close. */
    private static final class Kept extends FilterInputStream {
        Kept(InputStream in) {
            super(in);
        }

        @Override
        public void close() {}
    }
}

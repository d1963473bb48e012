package org.motherlode.ctl.work;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.InstantSource;

/** A process whose turn it is to build, until its input ends. */
public final class Builder {
    private Builder() {}

    public static void main(String[] arguments) throws Exception {
        PrintWriter out = new PrintWriter(System.out, true, Charset.defaultCharset());
        Path folder = Path.of(arguments[0]);
        try (BuildTurn turn = BuildTurn.in(new WorkFolder(folder, folder), new Steps(out, InstantSource.system()))) {
            out.println(turn.waited());
            while (System.in.read() >= 0) {}
        }
    }
}

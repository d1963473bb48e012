package org.motherlode.ra.session;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.motherlode.ra.session.SpokenSession.State;

/** The lines that are kept in the resources, as they are for a {@link SpokenSession}. */
final class Corpus {
    private Corpus() {}

    static List<String> lines(Path folder) throws Exception {
        String extraNonce = new SpokenSession(folder, State.CHOOSING).extraNonce;
        try (InputStream file = Corpus.class.getResourceAsStream("/corpus/cryptonote.txt")) {
            if (file == null) {
                throw new IOException("the corpus is not there");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty())
                    .map(line -> line.replace("{session}", "5e55")
                            .replace("{job}", "5e551")
                            .replace("{extra}", extraNonce))
                    .toList();
        }
    }

    static byte[] bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }
}

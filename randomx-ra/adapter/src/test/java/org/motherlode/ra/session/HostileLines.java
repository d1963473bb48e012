package org.motherlode.ra.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lines as long as a line may be, each made to be as dear to read as its kind can be. */
final class HostileLines {
    /** The longest line by default, with its line end. */
    static final int LINE_BYTES = 16_384;

    private static final String SUBMIT =
            "{\"id\":1,\"method\":\"submit\",\"params\":{\"id\":\"5e55\",\"job_id\":\"5e551\",";
    private static final String PROPOSE = "{\"id\":1,\"method\":\"block_template\",\"params\":{\"id\":\"5e55\","
            + "\"job_id\":\"5e551\",\"height\":10,\"difficulty\":7,\"prev_hash\":\"aa\",\"seed_hash\":\"bb\",";
    private static final String ZEROS = "0".repeat(64);

    private final Map<String, byte[]> lines = new LinkedHashMap<>();

    private HostileLines() {}

    /** By what is hostile about each. */
    static Map<String, byte[]> all() {
        HostileLines made = new HostileLines();
        made.ofMiners();
        made.ofChoosersAndProxies();
        made.ofOtherShapes();
        made.ofNoJson();
        return made.lines;
    }

    private void ofMiners() {
        for (String key : new String[] {"login", "pass", "agent", "rigid", "mode"}) {
            String head = "{\"id\":1,\"method\":\"login\",\"params\":{"
                    + (key.equals("login") ? "" : "\"login\":\"miner1\",") + "\"" + key + "\":\"";
            texts("login with a long " + key, head, "\"}}");
        }
        fill(
                "login with an algorithm of many letters",
                "{\"id\":1,\"method\":\"login\",\"params\":{\"algo\":[\"",
                "a",
                "\"]}}");
        fill(
                "login with many algorithms",
                "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"miner1\",\"algo\":[\"rx/0\"",
                ",\"rx/0\"",
                "]}}");
        for (String key : new String[] {"nonce", "result", "commitment", "job_id", "id"}) {
            texts(
                    "submit with a long " + key,
                    "{\"id\":1,\"method\":\"submit\",\"params\":{\"" + key + "\":\"",
                    "\"}}");
        }
        texts("a long session", "{\"id\":1,\"method\":\"keepalived\",\"params\":{\"id\":\"", "\"}}");
        texts("a long method", "{\"id\":1,\"method\":\"", "\"}");
    }

    private void ofChoosersAndProxies() {
        texts("a long block", PROPOSE + "\"blob\":\"", "\"}}");
        fill("a long block of zeros", PROPOSE + "\"blob\":\"", "00", "\"}}");
        fill("a long block in capitals", PROPOSE + "\"blob\":\"", "FF", "\"}}");
        fill("a long block that is no hex at its end", PROPOSE + "\"blob\":\"", "00", "zz\"}}");
        texts(
                "a block for a long parent",
                PROPOSE.replace("\"prev_hash\":\"aa\",", "") + "\"blob\":\"00\",\"prev_hash\":\"",
                "\"}}");
        texts(
                "a block of a long seed",
                PROPOSE.replace("\"seed_hash\":\"bb\",", "") + "\"blob\":\"00\",\"seed_hash\":\"",
                "\"}}");
        texts("a block with a long next seed", PROPOSE + "\"blob\":\"00\",\"next_seed_hash\":\"", "\"}}");
        String share = SUBMIT + "\"nonce\":\"00000000\",\"result\":\"" + ZEROS + "\",";
        fill("a proxy's long number", share + "\"poolNonce\":1,\"workerNonce\":", "9", "}}");
        fill("a proxy's number with a long fraction", share + "\"poolNonce\":1.", "3", "}}");
        texts("a proxy's number that is a text", share + "\"workerNonce\":1,\"poolNonce\":\"", "\"}}");
        fill(
                "a block of a long height",
                PROPOSE.replace("\"height\":10,", "") + "\"blob\":\"00\",\"height\":",
                "9",
                "}}");
    }

    private void ofOtherShapes() {
        String open = "{\"id\":1,\"method\":\"getjob\",";
        texts("a long text that nobody reads", open + "\"x\":\"", "\"}");
        texts("a long name", open + "\"", "\":1}");
        texts("a long id", "{\"method\":\"getjob\",\"id\":\"", "\"}");
        fill("an id of many parts", "{\"method\":\"getjob\",\"id\":[1", ",1", "]}");
        fill("an id of many digits", "{\"method\":\"getjob\",\"id\":", "9", "}");
        fill("an id of blanks", "{\"method\":\"getjob\",\"id\":[", " ", "]}");
        put("many names", open + many("\"k%d\":1") + "}");
        put("many parameters", open + "\"params\":{" + many("\"k%d\":1") + "}}");
        put("many names of one sum", open + many("\"" + "AaBB".repeat(6) + "%d\":1") + "}");
        fill("one name again and again", open + "\"k\":1", ",\"k\":1", "}");
        fill("many numbers", open + "\"x\":[1", ",1", "]}");
        fill("many empty objects", open + "\"x\":[{}", ",{}", "]}");
        fill("many nulls", open + "\"params\":[null", ",null", "]}");
        fill("arrays in arrays", open + "\"x\":", "[", "");
        fill("objects in objects", open + "\"x\":", "{\"a\":", "");
        fill("arrays that close", "", "]", "");
        fill("digits", open + "\"x\":", "9", "}");
        fill("a fraction", open + "\"x\":0.", "1", "}");
        fill("an exponent", open + "\"x\":1e", "9", "}");
        fill("minus signs", open + "\"x\":", "-", "}");
        fill("blanks", "{", " ", "}");
        fill("tabs", "{", "\t", "}");
        fill("a word that is none", "", "x", "");
        fill("commas", "{", ",", "");
        fill("a text without an end", "{\"", "a", "");
        fill("a text of escapes without an end", "{\"id\":1,\"method\":\"", "\\n", "\\");
        fill("objects one after the other", "", "{}", "");
    }

    private void ofNoJson() {
        byte[] text = filled("{\"id\":1,\"x\":\"", "a", "\"}").getBytes(StandardCharsets.UTF_8);
        bytes("a text that ends in half a letter", text, text.length - 3, 0xe2);
        bytes("a byte that is never UTF-8", text, 20, 0xff);
        bytes("a letter in more bytes than it needs", text, 20, 0xc0, 0xaf);
        bytes("half a pair", text, 20, 0xed, 0xa0, 0x80);
        bytes("a zero", text, 20, 0);
        byte[] noise = new byte[LINE_BYTES - 1];
        Arrays.fill(noise, (byte) 0x80);
        lines.put("bytes that go on with nothing", noise);
        lines.put("UTF-16", filled("{", " ", "}").substring(LINE_BYTES / 2).getBytes(StandardCharsets.UTF_16BE));
        fill("a mark of the byte order", "\ufeff{\"id\":1,\"x\":\"", "a", "\"}");
    }

    /** Long texts of letters of one byte, of two, three and four, one wide letter among narrow ones, and of escapes. */
    private void texts(String name, String head, String tail) {
        fill(name, head, "a", tail);
        fill(name + ", two bytes each", head, "\u00e9", tail);
        fill(name + ", three bytes each", head, "\u20ac", tail);
        fill(name + ", four bytes each", head, "\ud83d\ude00", tail);
        fill(name + ", one of them wide", head + "\u20ac", "a", tail);
        fill(name + ", wide at the end", head, "a", "\u20ac" + tail);
        fill(name + ", escaped", head, "\\/", tail);
        fill(name + ", escaped in full", head, "\\u0030", tail);
        fill(name + ", escaped halves", head, "\\ud800", tail);
    }

    private void fill(String name, String head, String part, String tail) {
        put(name, filled(head, part, tail));
    }

    private static String filled(String head, String part, String tail) {
        int room = LINE_BYTES - 1 - length(head) - length(tail);
        return head + part.repeat(room / length(part)) + tail;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String many(String member) {
        return IntStream.range(0, LINE_BYTES / (member.length() + 4))
                .mapToObj(member::formatted)
                .collect(Collectors.joining(","));
    }

    private void bytes(String name, byte[] text, int at, int... patch) {
        byte[] patched = text.clone();
        for (int i = 0; i < patch.length; i++) {
            patched[at + i] = (byte) patch[i];
        }
        lines.put(name, patched);
    }

    private void put(String name, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= LINE_BYTES || Stream.of(line).anyMatch(text -> text.indexOf('\n') >= 0)) {
            throw new IllegalArgumentException(name + " is longer than a line");
        }
        lines.put(name, bytes);
    }
}

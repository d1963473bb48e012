package org.motherlode.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The build fails on an offence against each of its rules, and only then. One run of Maven tries them all. */
class BuildOffenceTest {
    private static final String CLEAN = "clean";
    private static final Pattern RULE = Pattern.compile("<module name=\"(?!Checker|TreeWalker)(\\w+)\"");

    private static Map<String, String> said = Map.of();

    @BeforeAll
    static void build(@TempDir Path folder) throws IOException {
        TriedBuild tried = new TriedBuild(folder);
        List<Offence> all = new ArrayList<>(within());
        all.addAll(offences().toList());
        for (Offence one : all) tried.write(one);
        said = tried.run(all.stream().map(Offence::module).distinct().toList());
    }

    static Stream<Offence> offences() {
        return Stream.of(Offences.againstFormat(), Offences.againstCheckstyle(), Offences.againstTheCompiler())
                .flatMap(List::stream);
    }

    /** What reaches each limit and is not beyond it. */
    private static List<Offence> within() {
        return List.of(
                Offence.in(CLEAN, "LongFile", SizeOffences.file("LongFile", SizeOffences.MOST_FILE_LINES), ""),
                Offence.in(CLEAN, "LongMethod", SizeOffences.method("LongMethod", SizeOffences.MOST_METHOD_LINES), ""),
                Offence.in(
                        CLEAN, "Parameters", SizeOffences.parameters("Parameters", SizeOffences.MOST_PARAMETERS), ""),
                Offence.in(CLEAN, "Told", "/** Says what it is for. */\npublic class Told {}\n", ""));
    }

    @Test
    void what_keeps_within_the_rules_is_built() {
        assertThat(fate(CLEAN)).as(said.get(CLEAN)).isEqualTo("SUCCESS");
    }

    @ParameterizedTest
    @MethodSource("offences")
    void an_offence_fails_the_build_and_is_named(Offence offence) {
        String chapter = said.getOrDefault(offence.module(), "");

        assertThat(fate(offence.module())).as(chapter).isEqualTo("FAILURE");
        assertThat(chapter).contains(offence.path());
        assertThat(chapter.lines())
                .as(chapter)
                .anyMatch(line -> line.contains(offence.words())
                        && (line.contains(offence.path()) || offence.module().equals("format")));
    }

    @Test
    void no_rule_of_checkstyle_is_without_an_offence() throws IOException {
        Path rules = Path.of(System.getProperty("motherlode.project"), ".mvn", "checkstyle.xml");
        List<String> tried =
                Offences.againstCheckstyle().stream().map(Offence::words).toList();

        assertThat(RULE.matcher(Files.readString(rules)).results().map(rule -> "[" + rule.group(1) + "]"))
                .isNotEmpty()
                .allMatch(tried::contains);
    }

    private static String fate(String module) {
        return said.getOrDefault("", "")
                .lines()
                .filter(line -> line.contains(" tried-" + module + " "))
                .findFirst()
                .map(line -> line.replaceAll(".* \\.+ (\\w+).*", "$1"))
                .orElse("not built");
    }
}

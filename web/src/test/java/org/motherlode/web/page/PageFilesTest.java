package org.motherlode.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the page's files must keep to, so that the Content-Security-Policy can stay strict and data can never be markup. */
class PageFilesTest {
    private static final Path ROOT = Path.of("src/main/webapp");

    @Test
    void data_never_becomes_markup() throws IOException {
        assertThat(all("js/.*\\.js")).isNotEmpty().allSatisfy(file -> assertThat(text(file))
                .as("%s", file)
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("));
    }

    /** What a merge left undone is no script, and then the page has none that runs. */
    @Test
    void nothing_of_a_merge_is_left() throws IOException {
        assertThat(all(".*\\.(html|css|js|svg)"))
                .allSatisfy(
                        file -> assertThat(text(file)).as("%s", file).doesNotContain("<<<<<<<", "=======", ">>>>>>>"));
    }

    @Test
    void nothing_is_loaded_from_elsewhere() throws IOException {
        assertThat(all(".*\\.(html|css|js|svg)"))
                .allSatisfy(file -> assertThat(text(file).replace("http://www.w3.org/2000/svg", ""))
                        .as("%s", file)
                        .doesNotContain("http://", "https://", "@import", "url("));
    }

    @Test
    void scripts_and_styles_stand_in_files_of_their_own() throws IOException {
        String page = text(ROOT.resolve("index.html"));

        assertThat(page).doesNotContainPattern("<script(?![^>]*\\ssrc=)[^>]*>").doesNotContain("<style", "style=");
        assertThat(page).doesNotContainPattern("\\son[a-z]+=");
        assertThat(all("js/.*\\.js")).allSatisfy(file -> assertThat(text(file)).doesNotContain("\"style\""));
    }

    @Test
    void every_element_that_a_script_looks_for_is_on_the_page() throws IOException {
        Set<String> ids = found(text(ROOT.resolve("index.html")), "\\sid=\"([a-z-]+)\"");
        for (Path file : all("js/.*\\.js")) {
            assertThat(ids).as("%s", file).containsAll(found(text(file), "\\b(?:byId|say|show)\\(\"([a-z-]+)\""));
        }
    }

    @Test
    void every_file_that_is_asked_for_exists() throws IOException {
        for (String path :
                found(text(ROOT.resolve("index.html")), "(?:href|src)=\"((?:css|js)/[^\"]+|[a-z]+\\.svg)\"")) {
            assertThat(ROOT.resolve(path)).exists();
        }
        for (Path file : all("js/.*\\.js")) {
            for (String path : found(text(file), "from \"\\./([^\"]+)\"")) {
                assertThat(ROOT.resolve("js").resolve(path)).as("%s", file).exists();
            }
        }
    }

    @Test
    void the_policy_allows_only_this_server_and_nothing_inline() {
        assertThat(SecurityHeaders.HEADERS.get("Content-Security-Policy"))
                .startsWith("default-src 'none';")
                .doesNotContain("unsafe", "http:", "https:", "data:", "*");
    }

    private static List<Path> all(String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> ROOT.relativize(file).toString().matches(pattern))
                    .toList();
        }
    }

    private static Set<String> found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        Set<String> all = new TreeSet<>();
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

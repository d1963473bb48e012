package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotRunTest {
    @TempDir
    Path project;

    @Test
    void each_reason_is_told_once() throws IOException {
        report("pow", "<testcase name='a'><skipped message='no library'/></testcase><testcase name='b'/>");
        report("randomx", "<testcase name='c'><skipped message='no library'/></testcase>");
        report("model", "<testcase name='d'><skipped message='another &lt;reason&gt;'/></testcase>");

        assertThat(NotRun.below(project)).containsExactly("another <reason>", "no library");
    }

    @Test
    void a_reason_that_the_report_tells_as_an_exception_is_told_without_its_stack() throws IOException {
        report(
                "pow",
                "<testcase name='a'><skipped type='org.opentest4j.TestAbortedException'><![CDATA["
                        + "org.opentest4j.TestAbortedException: rx/2 was not tried: no library\n"
                        + "\tat org.motherlode.Some.test(Some.java:1)\n]]></skipped></testcase>");

        assertThat(NotRun.below(project)).containsExactly("rx/2 was not tried: no library");
    }

    @Test
    void without_a_reason_the_report_is_named() throws IOException {
        report(
                "pow",
                "<testcase name='a'><skipped/></testcase><testcase name='b'><skipped>org.some.Aborted\n"
                        + "\tat org.motherlode.Some.test(Some.java:1)</skipped></testcase>");

        assertThat(NotRun.below(project)).containsExactly("a test of TEST-it.xml");
    }

    @Test
    void where_all_have_run_there_is_nothing_to_tell() throws IOException {
        report("pow", "<testcase name='a'/>");
        Files.writeString(project.resolve("pom.xml"), "<skipped/>");

        assertThat(NotRun.below(project)).isEmpty();
    }

    @Test
    void a_report_that_cannot_be_read_is_no_good_news() throws IOException {
        report("pow", "<testcase");

        assertThatThrownBy(() -> NotRun.below(project))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("TEST-it.xml");
    }

    private void report(String module, String cases) throws IOException {
        Path folder = Files.createDirectories(project.resolve("ra/" + module + "/target/surefire-reports"));
        Files.writeString(folder.resolve("TEST-it.xml"), "<testsuite>" + cases + "</testsuite>");
    }
}

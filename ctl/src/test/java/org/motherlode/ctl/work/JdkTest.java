package org.motherlode.ctl.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JdkTest {
    @TempDir
    Path folder;

    @Test
    void jdk_25_is_found_among_others() throws IOException {
        jdk("a-runtime-without-compiler", "25.0.3", "java");
        jdk("an-older", "17.0.25", "javac");
        Path wanted = jdk("the-one", "25.0.3", "javac");

        assertThat(Jdk.find25("", folder).home()).isEqualTo(wanted);
    }

    @Test
    void what_is_told_goes_before_what_lies_around() throws IOException {
        jdk("around", "25.0.3", "javac");
        Path told = jdk("told", "25", "javac");

        assertThat(Jdk.find25(told.toString(), folder).home()).isEqualTo(told);
    }

    @Test
    void a_missing_jdk_25_is_said_with_its_remedy() throws IOException {
        jdk("an-older", "17.0.25", "javac");

        assertThatThrownBy(() -> Jdk.find25("", folder))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("JDK 25 is missing", folder.toString(), Jdk.TOLD_25);
    }

    @Test
    void another_jdk_than_25_is_not_taken_because_it_was_told() throws IOException {
        jdk("around", "25.0.3", "javac");
        Path told = jdk("told", "17.0.25", "javac");

        assertThatThrownBy(() -> Jdk.find25(told.toString(), folder)).hasMessageContaining(told.toString());
    }

    private Path jdk(String name, String version, String program) throws IOException {
        Path home = folder.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.createFile(
                home.resolve("bin").resolve(program),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Somebody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }
}

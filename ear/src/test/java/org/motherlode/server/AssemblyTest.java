package org.motherlode.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What lies where in the EAR. A class that is there twice is two classes, and the parts would not find each other. */
class AssemblyTest {
    @Test
    void the_model_is_in_the_library_folder_and_nowhere_else() throws IOException {
        assertThat(names("lib")).contains("model.jar", "health.jar");
        assertThat(inside("motherlode-ra.rar")).noneMatch(name -> name.startsWith("model"));
        assertThat(inside("web.war")).noneMatch(name -> name.startsWith("model"));
    }

    @Test
    void the_binding_is_the_servers_and_in_no_archive() throws IOException {
        assertThat(names("lib")).noneMatch(name -> name.startsWith("randomx"));
        assertThat(inside("motherlode-ra.rar")).noneMatch(name -> name.startsWith("randomx"));
    }

    @Test
    void the_adapter_brings_its_own_network_library() throws IOException {
        assertThat(inside("motherlode-ra.rar")).anyMatch(name -> name.startsWith("netty-transport-native-epoll"));
        assertThat(names("lib")).noneMatch(name -> name.startsWith("netty"));
    }

    @Test
    void what_the_server_has_is_not_brought_along() throws IOException {
        assertThat(names("lib"))
                .noneMatch(name -> name.matches("(slf4j|postgresql|jakarta|infinispan|micrometer|jboss|bcprov).*"));
    }

    private static List<String> names(String folder) throws IOException {
        try (FileSystem ear = FileSystems.newFileSystem(TestServers.ear())) {
            return files(ear.getPath(folder));
        }
    }

    private static List<String> inside(String module) throws IOException {
        try (FileSystem ear = FileSystems.newFileSystem(TestServers.ear());
                FileSystem archive = FileSystems.newFileSystem(ear.getPath(module))) {
            return files(archive.getPath("/"));
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}

package org.motherlode.ctl.work;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Set;

/** What the build makes its results of. */
record Sources(Path project) {
    private static final Set<String> NO_SOURCES = Set.of(".git", ".motherlode", "target", "docs", "test");

    /** When the last of them was changed; a file that was deleted or renamed counts by its folder. */
    FileTime changed() throws IOException {
        Newest newest = new Newest(project);
        Files.walkFileTree(project, newest);
        return newest.time;
    }

    private static final class Newest extends SimpleFileVisitor<Path> {
        private final Path project;
        private FileTime time = FileTime.fromMillis(0);

        Newest(Path project) {
            this.project = project;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
            if (NO_SOURCES.contains(folder.getFileName().toString())) return FileVisitResult.SKIP_SUBTREE;
            // A module's own folder changes whenever its target does.
            if (isBelowSources(folder)) look(facts);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            String name = file.getFileName().toString();
            if (isBelowSources(file) || name.endsWith(".xml") || name.endsWith(".sql")) look(facts);
            return FileVisitResult.CONTINUE;
        }

        private boolean isBelowSources(Path path) {
            Path inProject = project.relativize(path);
            return inProject.startsWith(".mvn") || inProject.toString().contains("src/");
        }

        private void look(BasicFileAttributes facts) {
            if (facts.lastModifiedTime().compareTo(time) > 0) time = facts.lastModifiedTime();
        }
    }
}

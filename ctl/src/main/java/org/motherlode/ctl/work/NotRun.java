package org.motherlode.ctl.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Tests that did not run for want of something, by the reports that Maven left below the modules. Nobody may take them for passed. */
final class NotRun {
    private static final int DEEPEST = 5;
    private static final Pattern EXCEPTION = Pattern.compile("^[\\w.$]+(: |$)");

    private NotRun() {}

    /** The reasons, each once, in order. */
    static List<String> below(Path project) throws IOException {
        Set<String> reasons = new TreeSet<>();
        for (Path report : reports(project)) {
            addTo(reasons, report);
        }
        return List.copyOf(reasons);
    }

    private static List<Path> reports(Path project) throws IOException {
        try (Stream<Path> files = Files.find(project, DEEPEST, (path, attributes) -> isReport(path))) {
            return files.toList();
        }
    }

    private static boolean isReport(Path path) {
        Path folder = path.getParent();
        return folder != null
                && folder.endsWith("target/surefire-reports")
                && path.toString().endsWith(".xml");
    }

    private static void addTo(Set<String> reasons, Path report) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream bytes = Files.newInputStream(report)) {
            XMLStreamReader reader = factory.createXMLStreamReader(bytes);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("skipped")) {
                    reasons.add(reason(reader).orElse("a test of " + report.getFileName()));
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(report + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** By what the report says of it: its message, or the exception that ended it, whose first line is class and message. */
    private static Optional<String> reason(XMLStreamReader skipped) throws XMLStreamException {
        String message = skipped.getAttributeValue(null, "message");
        String said = message == null ? skipped.getElementText() : message;
        return said.lines()
                .findFirst()
                .map(line -> message == null ? EXCEPTION.matcher(line).replaceFirst("") : line)
                .filter(line -> !line.isBlank());
    }
}

package org.motherlode.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.motherlode.bench.statistics.Latencies.Point;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class DurationsTest {
    @Test
    void each_distribution_is_a_line_with_its_name() throws Exception {
        Document svg = drawn(
                "a title",
                List.of(
                        new Curve("login <&>", List.of(new Point(0, 1), new Point(0.9, 10), new Point(1, 100))),
                        new Curve("OK", List.of(new Point(0.5, 2), new Point(1, 3)))));

        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg.getDocumentElement().getTextContent()).contains("login <&>", "OK", "a title");
    }

    @Test
    void nothing_to_draw_is_an_empty_chart() throws Exception {
        assertThat(drawn("x", List.of()).getElementsByTagName("polyline").getLength())
                .isZero();
    }

    private static Document drawn(String title, List<Curve> curves) throws Exception {
        String svg = new Durations(title, curves).svg();
        assertThat(svg).doesNotContain("NaN", "Infinity");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

package org.motherlode.ctl.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ChartTest {
    private static final Axis ACROSS = new Even("percent", 0, 100, 10);
    private static final Axis UP = new Even("times", 0, 4, 8);

    @Test
    void a_curve_is_a_line_at_the_places_of_its_values() throws Exception {
        Document svg = drawn(List.of(curve("one <&>", 0, 0, 50, 2, 100, 4)));

        Element line = (Element) svg.getElementsByTagName("polyline").item(0);
        assertThat(line.getAttribute("points")).isEqualTo("80.0,500.0 365.0,295.0 650.0,90.0");
        assertThat(svg.getDocumentElement().getTextContent()).contains("one <&>", "a title", "percent", "times", "3.5");
    }

    @Test
    void what_lies_beyond_an_axis_is_drawn_at_its_end() throws Exception {
        Document svg = drawn(List.of(curve("high", -10, 400)));

        Element line = (Element) svg.getElementsByTagName("polyline").item(0);
        assertThat(line.getAttribute("points")).isEqualTo("80.0,90.0");
    }

    @Test
    void a_curve_without_points_is_left_out() throws Exception {
        assertThat(drawn(List.of(curve("none")))
                        .getElementsByTagName("polyline")
                        .getLength())
                .isZero();
    }

    @Test
    void each_nine_is_as_wide_as_the_one_before_and_each_ten_as_high() {
        Nines nines = Nines.of("", List.of(0.0, 0.9, 0.999, 1.0));
        assertThat(nines.place(0.9)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(nines.place(1)).isEqualTo(1);
        assertThat(nines.marks()).extracting(Axis.Mark::words).containsExactly("0", "90", "99", "99.9");

        Tens tens = Tens.of("", List.of(0.5, 20.0));
        assertThat(tens.place(1)).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(tens.marks()).extracting(Axis.Mark::words).containsExactly("0.1", "1", "10", "100");
    }

    private static Curve curve(String name, double... values) {
        List<Curve.Point> points = new java.util.ArrayList<>();
        for (int i = 0; i < values.length; i += 2) points.add(new Curve.Point(values[i], values[i + 1]));
        return new Curve(name, points);
    }

    private static Document drawn(List<Curve> curves) throws Exception {
        String svg = new Chart("a title", ACROSS, UP, curves).svg();
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }
}

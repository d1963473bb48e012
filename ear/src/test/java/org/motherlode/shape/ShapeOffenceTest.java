package org.motherlode.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each rule finds the offence that was made for it. */
class ShapeOffenceTest {
    private static final String ROOT = "org.motherlode.shape.offence";
    private static final JavaClasses OFFENCES = new ClassFileImporter().importPackages(ROOT);
    private static final Shape SHAPE = new Shape(ROOT);

    @Test
    void a_spoke_that_knows_another_is_found() {
        finds(SHAPE.modelIsTheOnlyHub(), "web.Page");
    }

    @Test
    void a_model_that_knows_more_than_java_is_found() {
        finds(List.of(SHAPE.modelKnowsOnlyJava()), "model.Changing");
    }

    @Test
    void features_in_a_circle_are_found() {
        finds(SHAPE.featuresFormNoCycles(), "first.First");
    }

    @Test
    void a_chain_that_knows_another_is_found() {
        finds(List.of(SHAPE.chainsDoNotKnowEachOther()), "chain.one.One");
    }

    @Test
    void a_dialect_that_knows_another_is_found() {
        finds(List.of(SHAPE.dialectsDoNotKnowEachOther()), "dialect.one.One");
    }

    @Test
    void a_native_method_is_found() {
        finds(List.of(SHAPE.nativeMethodsOnlyInRandomx()), "Things.call");
    }

    @Test
    void a_socket_in_a_bean_is_found() {
        finds(List.of(SHAPE.socketsOnlyInTheAdapterAndNodesOnlyInChains()), "java.net.Socket");
    }

    @Test
    void a_double_in_the_ledger_is_found() {
        finds(SHAPE.noFloatNearMoneyOrWork(), "Rounded.amount");
    }

    @Test
    void a_model_that_changes_is_found() {
        finds(List.of(SHAPE.modelIsImmutable()), "Changing.known");
    }

    @Test
    void a_name_without_meaning_is_found() {
        finds(List.of(SHAPE.noNamesWithoutMeaning()), "util.Things");
    }

    @Test
    void an_injected_field_outside_a_shell_is_found() {
        finds(List.of(SHAPE.fieldInjectionOnlyInShells()), "Things.socket");
    }

    @Test
    void an_entity_that_is_written_is_found() {
        finds(SHAPE.jpaOnlyReads(), "annotated with <jakarta.persistence.Entity>");
        finds(SHAPE.jpaOnlyReads(), "Stored");
        finds(SHAPE.jpaOnlyReads(), "EntityManager.persist");
    }

    @Test
    void a_print_is_found() {
        finds(List.of(SHAPE.nothingPrints()), "Things.print");
    }

    private static void finds(List<ArchRule> rules, String offence) {
        String report = rules.stream()
                .map(rule -> rule.evaluate(OFFENCES).getFailureReport().toString())
                .collect(Collectors.joining("\n"));

        assertThat(report).contains(offence);
    }
}

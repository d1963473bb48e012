package org.motherlode.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the rules against what the build compiled. */
class ShapeTest {
    private static final List<String> MODULES = List.of(
            "model",
            "randomx-ra/randomx",
            "randomx-ra/pow",
            "randomx-ra/stratum",
            "randomx-ra/adapter",
            "ejb",
            "batch-jobs",
            "health",
            "web",
            "coopmine",
            "ctl");
    private static final Shape SHAPE = new Shape("org.motherlode");
    private static JavaClasses product;

    @BeforeAll
    static void read() {
        Path project = Path.of(System.getProperty("motherlode.project"));
        List<Path> folders = MODULES.stream()
                .map(module -> project.resolve(module).resolve("target/classes"))
                .toList();
        assertThat(folders).allSatisfy(folder -> assertThat(folder).isNotEmptyDirectory());
        product = new ClassFileImporter().importPaths(folders);
    }

    @Test
    void the_model_is_the_only_hub() {
        SHAPE.modelIsTheOnlyHub().forEach(rule -> rule.check(product));
    }

    @Test
    void the_model_knows_only_java() {
        SHAPE.modelKnowsOnlyJava().check(product);
    }

    @Test
    void features_form_no_cycles() {
        SHAPE.featuresFormNoCycles().forEach(rule -> rule.check(product));
    }

    @Test
    void chains_do_not_know_each_other() {
        SHAPE.chainsDoNotKnowEachOther().check(product);
    }

    @Test
    void dialects_do_not_know_each_other() {
        SHAPE.dialectsDoNotKnowEachOther().check(product);
    }

    @Test
    void native_methods_are_only_in_randomx() {
        SHAPE.nativeMethodsOnlyInRandomx().check(product);
    }

    @Test
    void sockets_are_only_in_the_adapter_and_nodes_are_asked_only_by_chains() {
        SHAPE.socketsOnlyInTheAdapterAndNodesOnlyInChains().check(product);
    }

    @Test
    void there_is_no_float_near_money_or_work() {
        SHAPE.noFloatNearMoneyOrWork().forEach(rule -> rule.check(product));
    }

    @Test
    void the_model_is_immutable() {
        SHAPE.modelIsImmutable().check(product);
    }

    @Test
    void no_name_is_without_meaning() {
        SHAPE.noNamesWithoutMeaning().check(product);
    }

    @Test
    void fields_are_injected_only_in_shells() {
        SHAPE.fieldInjectionOnlyInShells().check(product);
    }

    @Test
    void jpa_only_reads() {
        SHAPE.jpaOnlyReads().forEach(rule -> rule.check(product));
    }

    @Test
    void nothing_prints_in_the_ear() {
        SHAPE.nothingPrints().check(product);
    }
}

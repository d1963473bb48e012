package org.motherlode.shape;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * The rules, for a root package, so that they can be held against the product and against offences.
 *
 * @param root for example {@code org.motherlode}
 */
record Shape(String root) {
    private static final List<String> SPOKES = List.of("ejb", "batch", "web", "health", "ra", "coopmine", "ctl");

    /** 1: spokes know the model, never each other. */
    List<ArchRule> modelIsTheOnlyHub() {
        return SPOKES.stream()
                .<ArchRule>map(spoke -> noClasses()
                        .that()
                        .resideInAPackage(in(spoke))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(SPOKES.stream()
                                .filter(other -> !other.equals(spoke))
                                .map(this::in)
                                .toArray(String[]::new))
                        .allowEmptyShould(true))
                .toList();
    }

    /** 2. */
    ArchRule modelKnowsOnlyJava() {
        return classes()
                .that()
                .resideInAPackage(in("model"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(in("model"), "java..")
                .allowEmptyShould(true);
    }

    /** 3: below each module's root. */
    List<ArchRule> featuresFormNoCycles() {
        return List.of("ejb", "batch", "web", "ra", "coopmine", "ctl", "stratum", "pow").stream()
                .<ArchRule>map(module -> slices().matching(root + "." + module + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .allowEmptyShould(true))
                .toList();
    }

    /** 4. */
    ArchRule chainsDoNotKnowEachOther() {
        return slices().matching(root + ".ejb.chain.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    /** 5. */
    ArchRule dialectsDoNotKnowEachOther() {
        return slices().matching(root + ".stratum.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    /** 6. */
    ArchRule nativeMethodsOnlyInRandomx() {
        return noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(in("randomx"))
                .should()
                .haveModifier(JavaModifier.NATIVE)
                .allowEmptyShould(true);
    }

    /** 7: inside the EAR. */
    ArchRule socketsOnlyInTheAdapterAndNodesOnlyInChains() {
        return noClasses()
                .that()
                .resideInAnyPackage(in("ejb"), in("batch"), in("web"), in("health"), in("model"))
                .and()
                .resideOutsideOfPackage(in("ejb.chain"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.netty..", "org.apache.hc..", "org.zeromq..", "java.net.http..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.Socket")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.net.ServerSocket")
                .allowEmptyShould(true);
    }

    /** 8. */
    List<ArchRule> noFloatNearMoneyOrWork() {
        String[] places = {
            in("model.money"), in("model.work"), in("model.ledger"), in("model.reward"), in("model.settlement"),
            in("model.payout"), in("model.share"), in("ejb.ledger"), in("ejb.settlement"), in("ejb.payout"),
            in("ejb.terms"), in("batch"), in("ctl.backup")
        };
        return List.of(
                noFields()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(places)
                        .should()
                        .haveRawType(FLOATING)
                        .allowEmptyShould(true),
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideInAnyPackage(places)
                        .should()
                        .haveRawReturnType(FLOATING)
                        .allowEmptyShould(true));
    }

    /** 9. */
    ArchRule modelIsImmutable() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(in("model"))
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    /** 10. */
    ArchRule noNamesWithoutMeaning() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..helper..", "..helpers..", "..manager..", "..impl..")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .allowEmptyShould(true);
    }

    /** 11: only where the container makes the object and offers no constructor to inject into. */
    ArchRule fieldInjectionOnlyInShells() {
        return fields().that()
                .areAnnotatedWith("jakarta.inject.Inject")
                .or()
                .areAnnotatedWith("jakarta.annotation.Resource")
                .should()
                .beDeclaredInClassesThat(SHELL)
                .allowEmptyShould(true);
    }

    /** 12: in the EAR. */
    ArchRule nothingPrints() {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        in("model"),
                        in("ejb"),
                        in("batch"),
                        in("web"),
                        in("health"),
                        in("ra"),
                        in("pow"),
                        in("stratum"),
                        in("randomx"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .allowEmptyShould(true);
    }

    /** 13: JPA only reads, and only for what is shown. */
    List<ArchRule> jpaOnlyReads() {
        return List.of(
                noClasses()
                        .that()
                        .resideOutsideOfPackage(in("ejb.view"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                        .allowEmptyShould(true),
                classes()
                        .that()
                        .areAnnotatedWith("jakarta.persistence.Entity")
                        .should()
                        .beAnnotatedWith("org.hibernate.annotations.Immutable")
                        .andShould()
                        .notBePublic()
                        .allowEmptyShould(true),
                noClasses().should().callMethodWhere(ENTITY_WRITING).allowEmptyShould(true));
    }

    private static final DescribedPredicate<JavaMethodCall> ENTITY_WRITING = DescribedPredicate.describe(
            "an entity is written",
            call -> call.getTargetOwner().getName().equals("jakarta.persistence.EntityManager")
                    && List.of("persist", "merge", "remove", "flush").contains(call.getName()));

    private static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "float or double", type -> List.of("float", "double", "java.lang.Float", "java.lang.Double")
                    .contains(type.getName()));

    private static final List<String> SHELL_MARKS = List.of(
            "jakarta.ejb.",
            "jakarta.ws.rs.",
            "jakarta.websocket.",
            "jakarta.servlet.annotation.",
            "jakarta.inject.Named",
            "jakarta.enterprise.context.",
            "org.eclipse.microprofile.health.");

    private static final DescribedPredicate<JavaClass> SHELL =
            DescribedPredicate.describe("container shells", type -> type.getAnnotations().stream()
                    .map(mark -> mark.getRawType().getName())
                    .anyMatch(mark -> SHELL_MARKS.stream().anyMatch(mark::startsWith)));

    private String in(String module) {
        return root + "." + module + "..";
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;

/** The rules about classes, each with the name of the fixture package that breaks it. */
record Rules(String name, ArchRule rule) {

    private static final String[] WINDOW = {"officina.workbench..", "officina.ui..", "officina..ui.."};
    /** Programs that the sandbox starts with the JDK and nothing else: there is no log and no other bundle. */
    private static final String[] RUNS_ALONE = {"officina.sandbox.internal.lock..", "officina.sandbox.internal.probe.."
    };

    /** Programs of a plug-in host, whose log is what it prints, and the plug-in of tests. */
    private static final String[] IN_A_HOST = {"officina.host.internal..", "officina.testkit.plugin.."};

    private static final Set<String> STARTS_THREADS =
            Set.of("ofVirtual", "ofPlatform", "startVirtualThread", "newThread");

    private static final Set<String> TESTS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.params.ParameterizedTest");

    private static final Pattern RUNS_IN_THE_WINDOW = Pattern.compile("<include>\\*\\*/\\*(\\w+)\\.\\*</include>");

    /** For what ships. */
    static List<Rules> forProduct() {
        return List.of(
                new Rules("layers", layers()),
                new Rules(
                        "window",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(WINDOW)
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "org.eclipse.swt..",
                                        "org.eclipse.jface..",
                                        "org.eclipse.ui..",
                                        "org.eclipse.e4.ui.."))
                                .because("only .ui bundles and the workbench see a window")),
                new Rules(
                        "viewmodel",
                        noClasses()
                                .that()
                                .resideInAPackage("officina..ui.model..")
                                .should()
                                .dependOnClassesThat(resideInAnyPackage(
                                        "org.eclipse.swt..",
                                        "org.eclipse.jface..",
                                        "org.eclipse.ui..",
                                        "org.eclipse.e4.ui.."))
                                .because("a view model is tested without a window")),
                new Rules(
                        "uithread",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("officina.ui.base.UiThread")
                                .should()
                                .callMethodWhere(describe(
                                        "reaches for the display",
                                        call -> owner(call).equals("org.eclipse.swt.widgets.Display")
                                                && Set.of("getDefault", "getCurrent", "syncExec")
                                                        .contains(call.getName())))
                                .because(
                                        "officina.ui.base.UiThread is the one way to the window's thread, and nobody waits for it")),
                new Rules(
                        "threads",
                        noClasses()
                                .that()
                                .doNotHaveFullyQualifiedName("officina.base.Threads")
                                .and()
                                .haveNameNotMatching("officina\\.base\\.Threads\\$.*")
                                .and()
                                .resideOutsideOfPackages(RUNS_ALONE)
                                .should()
                                .callCodeUnitWhere(describe("makes a thread or a pool", Rules::makesThreads))
                                .orShould()
                                .beAssignableTo(Thread.class)
                                .because("officina.base.Threads makes threads, with a name and an owner")),
                new Rules(
                        "streams",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("officina.cli..")
                                .and()
                                .resideOutsideOfPackages(RUNS_ALONE)
                                .and()
                                .resideOutsideOfPackages(IN_A_HOST)
                                .should(ACCESS_STANDARD_STREAMS)
                                .because("the standard streams belong to the command line; the rest logs")),
                new Rules("logging", noClasses().should(USE_JAVA_UTIL_LOGGING).because("SLF4J is the one logger")),
                new Rules(
                        "getinstance",
                        noMethods()
                                .that()
                                .areStatic()
                                .should()
                                .haveName("getInstance")
                                .because("services are injected")),
                new Rules(
                        "variables",
                        fields().that()
                                .areStatic()
                                .and()
                                .arePublic()
                                .should()
                                .beFinal()
                                .because("a global variable has no owner")),
                new Rules(
                        "tests",
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("officina.testkit..")
                                .should()
                                .dependOnClassesThat(
                                        resideInAnyPackage("officina.testkit..", "org.junit..", "org.opentest4j.."))
                                .because("what ships does not know its tests")),
                new Rules("nullmarked", everyPackageIsNullMarked()),
                new Rules("cycles", slices().matching("officina.(**)").should().beFreeOfCycles()));
    }

    /** For tests as well. */
    static List<Rules> forTests() {
        return List.of(
                new Rules(
                        "sleep",
                        noClasses()
                                .should()
                                .callMethodWhere(describe(
                                        "sleeps",
                                        call -> owner(call).equals("java.lang.Thread")
                                                && call.getName().equals("sleep")))
                                .because("a test waits for a condition or moves a fake clock")),
                new Rules(
                        "disabled",
                        methods()
                                .should()
                                .notBeAnnotatedWith("org.junit.jupiter.api.Disabled")
                                .because("a flaky test is a broken one")),
                new Rules("names", testsHaveNamesThatRun()));
    }

    private static ArchRule layers() {
        return classes().should(new ArchCondition<>("use only what their layer may see (docs/architecture/layers.md)") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                    JavaClass other = dependency.getTargetClass().getBaseComponentType();
                    if (!Layer.mayUse(one.getPackageName(), other.getPackageName())) {
                        events.add(SimpleConditionEvent.violated(one, dependency.getDescription()));
                    }
                }
            }
        });
    }

    private static ArchRule testsHaveNamesThatRun() {
        List<String> window = namesThatRunInTheWindow();
        return classes().should(new ArchCondition<>("have a name under which its tests run (tests/AGENTS.md)") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean hasTests = one.getMethods().stream()
                        .flatMap(method -> method.getAnnotations().stream())
                        .anyMatch(annotation ->
                                TESTS.contains(annotation.getRawType().getName()));
                boolean runs = one.getPackageName().equals("officina.workbench.tests")
                        ? window.stream().anyMatch(one.getSimpleName()::endsWith)
                        : one.getSimpleName().endsWith("Tests");
                if (hasTests && one.isTopLevelClass() && !one.getModifiers().contains(JavaModifier.ABSTRACT) && !runs) {
                    events.add(SimpleConditionEvent.violated(one, one.getName() + " has tests that no build runs"));
                }
            }
        });
    }

    /** Each process of the window's tests runs what ends in one name. */
    private static List<String> namesThatRunInTheWindow() {
        String pom = Repository.text(Repository.ROOT.resolve("tests/officina.workbench.tests/pom.xml"));
        return RUNS_IN_THE_WINDOW
                .matcher(pom)
                .results()
                .map(name -> name.group(1))
                .toList();
    }

    private static ArchRule everyPackageIsNullMarked() {
        return classes().should(new ArchCondition<>("be in a package whose package-info says @NullMarked") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                boolean marked = one.getPackage()
                        .tryGetPackageInfo()
                        .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .isPresent();
                if (!marked) {
                    events.add(SimpleConditionEvent.violated(one, one.getPackageName() + " is not @NullMarked"));
                }
            }
        });
    }

    private static boolean makesThreads(JavaCall<?> call) {
        String owner = owner(call);
        String name = call.getName();
        boolean asynchronous = owner.equals(CompletableFuture.class.getName())
                && name.endsWith("Async")
                && call.getTarget().getRawParameterTypes().stream()
                        .noneMatch(type -> type.getName().equals("java.util.concurrent.Executor"));
        return owner.equals(Thread.class.getName()) && (name.equals("<init>") || STARTS_THREADS.contains(name))
                || owner.equals(Executors.class.getName())
                || owner.equals(ForkJoinPool.class.getName())
                || owner.equals("java.util.concurrent.ThreadPoolExecutor") && name.equals("<init>")
                || owner.equals("java.util.Timer") && name.equals("<init>")
                || asynchronous;
    }

    private static String owner(JavaCall<?> call) {
        return call.getTargetOwner().getName();
    }
}

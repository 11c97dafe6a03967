// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What plug-ins are built against: the page says all of it, and a version says what changed. */
class ApiSignatureTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/api-signature.txt");

    /** The rest of the test kit is for bundles of this repository. */
    private static final Set<String> OF_THE_KIT = Set.of("officina.testkit.agent", "officina.testkit.model");

    private static final String INTERFACE = "package sample; public interface Sample";

    private static final Pattern TYPE = Pattern.compile("(?:class|interface|record|enum) (\\w+)");

    @TempDir
    private Path temp;

    @Test
    void the_page_is_what_the_sources_say_and_each_change_of_it_has_its_step() throws IOException {
        List<ApiPackage> now = read();
        String page = ApiPackage.page(now);
        String committed = Files.exists(PAGE) ? Repository.text(PAGE) : "";
        List<String> problems = ApiChanges.withoutStep(ApiPackage.parse(committed), now);
        assertTrue(problems.isEmpty(), () -> String.join("\n\n", problems));
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, page);
            committed = page;
        }
        assertEquals(page, committed, "run ./verify --regenerate");
    }

    private static List<ApiPackage> read() {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String bundle : List.of("bundles/officina.base", "bundles/officina.api", "plugins-sdk/officina.testkit")) {
            BundleManifest.of(Repository.ROOT.resolve(bundle)).clauses("Export-Package").stream()
                    .filter(each -> !bundle.endsWith("testkit") || OF_THE_KIT.contains(each.name()))
                    .forEach(each -> versions.put(
                            each.name(), String.valueOf(each.attributes().get("version"))));
        }
        List<Path> sources = Repository.bundles("bundles", "plugins-sdk").stream()
                .map(bundle -> bundle.resolve("src"))
                .toList();
        Map<String, Map<String, ApiPackage.ApiType>> types = ApiSignature.read(versions.keySet(), sources);
        return versions.entrySet().stream()
                .map(each ->
                        new ApiPackage(each.getKey(), each.getValue(), types.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }

    @Test
    void a_page_that_is_read_and_written_is_the_same() throws IOException {
        assertEquals(everything(), ApiPackage.page(ApiPackage.parse(everything())));
    }

    @Test
    void a_signature_has_all_that_others_see_and_nothing_else() throws IOException {
        assertEquals("""
                package sample 1.0.0

                class sample.Base
                    implements AutoCloseable
                    protected static final int SOME = 3
                    protected new Base(String...)
                    <T extends Comparable<T>> java.util.List<T> all(java.util.Map<String, T>)
                    void close() throws java.io.IOException

                record sample.Base.Pair<T>(T one, @Nullable String two)
                    static <T> sample.Base.Pair<T> of(T)

                sealed interface sample.Shape
                    permits sample.Shape.Round
                    permits sample.Shape.Square
                    abstract double area()
                    default boolean large()

                enum sample.Shape.Round
                    implements sample.Shape
                    constant SMALL
                    constant LARGE
                    double area()

                abstract static non-sealed class sample.Shape.Square
                    implements sample.Shape
                    new Square()
                """, everything().replaceFirst("(?s)^#.*?\n\n", ""));
    }

    private String everything() throws IOException {
        return ApiPackage.page(List.of(sample("1.0.0", """
                package sample;
                import java.io.IOException;
                import java.util.List;
                import java.util.Map;
                import org.jspecify.annotations.Nullable;
                public class Base implements AutoCloseable {
                    protected static final int SOME = 3;
                    static final int HIDDEN = 4;
                    protected Base(String... words) {}
                    Base(int number) {}
                    public <T extends Comparable<T>> List<T> all(Map<String, T> some) { return List.of(); }
                    @Override public void close() throws IOException {}
                    @Override public String toString() { return ""; }
                    public record Pair<T>(T one, @Nullable String two) {
                        public static <T> Pair<T> of(T one) { return new Pair<>(one, null); }
                    }
                }
                """, """
                package sample;
                public sealed interface Shape {
                    double area();
                    default boolean large() { return hidden(); }
                    private boolean hidden() { return true; }
                    enum Round implements Shape {
                        SMALL, LARGE;
                        public double area() { return 1; }
                    }
                    abstract non-sealed class Square implements Shape {}
                }
                """, "package sample; class Hidden {}")));
    }

    @Test
    void what_others_implement_must_not_ask_for_more_without_another_major_version() throws IOException {
        ApiPackage before = sample("1.4.2", INTERFACE + " {}");
        String more = INTERFACE + " { String name(); }";

        assertEquals(List.of("""
                        sample breaks what was built against it:
                            new: sample.Sample: abstract String name()
                        Export it as 2.0.0 at least (Export-Package of its MANIFEST.MF), and change the ranges of those who \
                        import it; or leave what was there as it was."""), ApiChanges.withoutStep(List.of(before), List.of(sample("1.5.0", more))));
        assertEquals(List.of(), ApiChanges.withoutStep(List.of(before), List.of(sample("2.0.0", more))));
    }

    @Test
    void what_only_officina_implements_may_grow_with_another_minor_version() throws IOException {
        String provided = "package sample; @org.osgi.annotation.versioning.ProviderType public interface Sample { %s }";
        ApiPackage before = sample("1.4.2", provided.formatted(""));
        ApiPackage same = sample("1.4.2", provided.formatted("String name();"));

        assertEquals(List.of("""
                        sample has more than before:
                            new: sample.Sample: abstract String name()
                        Export it as 1.5.0 at least (Export-Package of its MANIFEST.MF)."""), ApiChanges.withoutStep(List.of(before), List.of(same)));
        assertEquals(
                List.of(),
                ApiChanges.withoutStep(
                        List.of(before), List.of(sample("1.5.0", provided.formatted("String name();")))));
    }

    @Test
    void each_kind_of_change_is_told_from_the_others() throws IOException {
        String old =
                "package sample; public final class Sample { public static final int MOST = 1; public void go() {} }";
        assertEquals(1, step(old, "package sample; public final class Other {}"), "a type is gone");
        assertEquals(1, step(old, old.replace("go()", "go(int times)")), "a parameter is new");
        assertEquals(1, step(old, old.replace("void go", "int go").replace("{}", "{ return 1; }")), "another result");
        assertEquals(1, step(old, old.replace("public void", "void")), "it is hidden");
        assertEquals(1, step(old, old.replace("go()", "go() throws java.io.IOException")), "it throws");
        assertEquals(
                1,
                step(
                        "package sample; public record Sample(int one) {}",
                        "package sample; public record Sample(int one, int two) {}"),
                "a component is new");
        assertEquals(2, step(old, old.replace("= 1", "= 2")), "another value");
        assertEquals(2, step(old, old.replace("public void", "public void stay() {} public void")), "a method is new");
        assertEquals(
                2,
                step("package sample; public enum Sample { ONE }", "package sample; public enum Sample { ONE, TWO }"),
                "a constant is new");
        assertEquals(2, step(INTERFACE + " {}", INTERFACE + " { default void go() {} }"), "it need not be implemented");
        assertEquals(3, step(old, old.replace("{}", "{ int some = 1; }")), "nothing that others see");
    }

    /** Which number of the version has to change; 3 where none has to. */
    private int step(String before, String now) throws IOException {
        List<ApiPackage> old = List.of(sample("1.2.0", before));
        Map<String, ApiPackage.ApiType> types = sample("", now).types();
        for (String version : List.of("1.2.0", "1.3.0", "2.0.0")) {
            if (ApiChanges.withoutStep(old, List.of(new ApiPackage("sample", version, types)))
                    .isEmpty()) {
                return version.equals("1.2.0") ? 3 : version.equals("1.3.0") ? 2 : 1;
            }
        }
        throw new AssertionError("no version will do");
    }

    @Test
    void below_one_what_breaks_is_another_minor_version_and_more_needs_none() throws IOException {
        ApiPackage before = sample("0.3.1", INTERFACE + " {}");
        ApiPackage breaking = sample("0.3.9", INTERFACE + " { String name(); }");
        ApiPackage more = sample("0.3.1", INTERFACE + " { default void go() {} }");

        assertEquals(
                1, ApiChanges.withoutStep(List.of(before), List.of(breaking)).size());
        assertEquals(
                List.of(),
                ApiChanges.withoutStep(List.of(before), List.of(new ApiPackage("sample", "0.4.0", breaking.types()))));
        assertEquals(List.of(), ApiChanges.withoutStep(List.of(before), List.of(more)));
    }

    @Test
    void a_version_never_goes_back_and_a_package_never_goes_by_itself() throws IOException {
        ApiPackage before = sample("1.3.0", INTERFACE + " {}");

        assertEquals(
                List.of(
                        "sample went back from 1.3.0 to 1.2.0. Export it as 1.3.0 at least (Export-Package of its MANIFEST.MF)."),
                ApiChanges.withoutStep(List.of(before), List.of(sample("1.2.0", INTERFACE + " {}"))));
        assertEquals(1, ApiChanges.withoutStep(List.of(before), List.of()).size());
    }

    private ApiPackage sample(String version, String... sources) throws IOException {
        Path folder = Files.createTempDirectory(temp, "src");
        Files.createDirectories(folder.resolve("sample"));
        for (String source : sources) {
            Matcher name = TYPE.matcher(source);
            assertTrue(name.find(), source);
            Files.writeString(folder.resolve("sample/" + name.group(1) + ".java"), source);
        }
        return new ApiPackage(
                "sample",
                version,
                ApiSignature.read(Set.of("sample"), List.of(folder)).getOrDefault("sample", Map.of()));
    }
}

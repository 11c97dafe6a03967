// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The products as they were assembled, and the command line as a user starts it. */
@Tag("built")
class ProductTests {

    private static final Path HEADLESS = product("headless");
    private static final Path WORKBENCH = product("workbench");
    private static final Pattern WINDOW = Pattern.compile("org\\.eclipse\\.(swt|jface|ui|e4\\.ui).*");

    @TempDir
    private Path home;

    private record Outcome(int code, String out, String err) {}

    @Test
    void the_headless_product_knows_no_window() {
        assertEquals(List.of(), windows(bundles(HEADLESS)));
        assertTrue(windows(bundles(WORKBENCH)).size() > 20, "this test would see a window if there was one");
    }

    @Test
    void components_start_before_the_rest() {
        for (Path product : List.of(HEADLESS, WORKBENCH)) {
            List<String> started = bundlesInfo(product).stream()
                    .filter(line -> line.endsWith(",true"))
                    .map(line -> line.split(",")[0] + "@" + line.split(",")[3])
                    .toList();
            assertTrue(
                    started.containsAll(List.of("org.apache.felix.scr@2", "org.eclipse.equinox.simpleconfigurator@1")),
                    product + " starts " + started);
        }
    }

    /** Nothing weaves here: who joins these lists needs a fragment, or does without (docs/decisions/0087). */
    @Test
    void libraries_that_look_for_services_are_known() throws IOException {
        // those of Jakarta ask the thread's class loader, which officina.mail sets
        assertEquals(
                List.of(
                        "ch.qos.logback.classic",
                        "jakarta.activation-api",
                        "jakarta.mail-api",
                        "org.apache.commons.commons-logging",
                        "slf4j.api"),
                lookingForServices(HEADLESS));
        assertEquals(
                List.of(
                        "ch.qos.logback.classic",
                        "com.github.weisj.jsvg",
                        "jakarta.activation-api",
                        "jakarta.mail-api",
                        "org.apache.commons.commons-logging",
                        "slf4j.api"),
                lookingForServices(WORKBENCH));
    }

    private static List<String> lookingForServices(Path product) throws IOException {
        List<String> looking = new ArrayList<>();
        for (Path jar : Repository.files(product.resolve("plugins"), ".jar")) {
            try (JarFile file = new JarFile(jar.toFile())) {
                Attributes headers = file.getManifest().getMainAttributes();
                String name = headers.getValue("Bundle-SymbolicName").split(";")[0];
                // what is our own may say so for the order of the build
                if (!name.startsWith("officina.")
                        && String.valueOf(headers.getValue("Require-Capability"))
                                .contains("osgi.serviceloader.processor")) {
                    looking.add(name);
                }
            }
        }
        return looking.stream().sorted().toList();
    }

    @Test
    void the_workbench_contains_the_whole_engine() {
        List<String> missing = bundles(HEADLESS).stream()
                .filter(bundle -> bundle.startsWith("officina.") && !bundle.equals("officina.cli"))
                .filter(bundle -> !bundles(WORKBENCH).contains(bundle))
                .toList();

        assertEquals(List.of(), missing);
    }

    @Test
    void the_command_line_answers_on_the_right_stream_with_the_right_code() throws Exception {
        Outcome version = run("--version");
        assertEquals(0, version.code(), version.err());
        assertTrue(version.out().contains("1.0.0"), version.out());
        assertEquals("", version.err());

        Outcome unknown = run("no-such-command", "-data", "with space");
        assertEquals(2, unknown.code(), unknown.err());
        assertEquals("", unknown.out());
    }

    @Test
    void a_start_leaves_nothing_outside_the_users_cache() throws Exception {
        run("no-such-command");

        List<String> left = Repository.list(home).stream()
                .map(path -> path.getFileName().toString())
                .toList();
        assertEquals(List.of(".cache"), left);
        assertEquals(
                List.of(),
                Repository.files(HEADLESS.resolve("configuration"), ".log"),
                "no log file in the product's own folder");
    }

    /** See releng/tools/Refit.java. Initialising a class is what has Java check its code. */
    @Test
    void classes_of_old_formats_were_written_anew_and_are_sound() throws Exception {
        Path jar = plugin(HEADLESS, "picocli");
        List<String> old = new ArrayList<>();
        int sound = 0;
        try (FileSystem content = FileSystems.newFileSystem(jar);
                Stream<Path> entries = Files.walk(content.getPath("/picocli"));
                URLClassLoader loader =
                        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (Path entry :
                    entries.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassModel model = ClassFile.of().parse(Files.readAllBytes(entry));
                if (model.majorVersion() < 50) {
                    old.add(entry.toString());
                }
                String name = model.thisClass().asInternalName().replace('/', '.');
                assertEquals(name, Class.forName(name, true, loader).getName());
                sound++;
            }
        }
        assertEquals(List.of(), old);
        assertTrue(sound > 100, "only " + sound);
    }

    /** See releng/tools/ProductCatalog.java. */
    @Test
    void plug_ins_that_a_product_brings_lie_signed_in_its_catalogue_and_are_not_part_of_it() throws IOException {
        String feature = Repository.text(Repository.ROOT.resolve("features/officina.catalog.feature/feature.xml"));
        List<String> offered = Pattern.compile("<plugin id=\"([^\"]+)\"")
                .matcher(feature)
                .results()
                .map(found -> found.group(1))
                .sorted()
                .toList();
        for (Path product : List.of(HEADLESS, WORKBENCH)) {
            Path catalog = product.resolve("catalog");
            List<Path> jars = Repository.files(catalog, ".jar");
            assertEquals(
                    offered,
                    jars.stream()
                            .map(jar -> jar.getFileName().toString().split("_")[0])
                            .sorted()
                            .toList());
            for (Path file : Stream.concat(jars.stream(), Stream.of(catalog.resolve("catalog.json")))
                    .toList()) {
                assertTrue(Files.exists(file.resolveSibling(file.getFileName() + ".sig")), file + " is not signed");
            }
            assertEquals(
                    List.of(),
                    bundles(product).stream().filter(offered::contains).toList());
            try (Stream<Path> all = Files.list(catalog)) {
                assertEquals(
                        List.of(),
                        all.filter(each -> Repository.isPrivate(each)
                                        || each.toString().endsWith(".key"))
                                .toList());
            }
        }
    }

    private static Path plugin(Path product, String name) throws IOException {
        try (Stream<Path> files = Files.list(product.resolve("plugins"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(name + "_"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(HEADLESS.resolve("officina").toString()));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("XDG_") || name.startsWith("OFFICINA"));
        builder.environment().putAll(Map.of("HOME", home.toString(), "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
        return new Outcome(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static List<String> windows(List<String> bundles) {
        return bundles.stream()
                .filter(bundle -> WINDOW.matcher(bundle).matches())
                .toList();
    }

    static List<String> bundles(Path product) {
        return bundlesInfo(product).stream().map(line -> line.split(",")[0]).toList();
    }

    static List<String> bundlesInfo(Path product) {
        return Repository.text(product.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static Path product(String name) {
        return Repository.ROOT.resolve("releng/officina." + name + ".product/target/products/officina." + name
                + ".product/linux/gtk/x86_64/officina");
    }
}

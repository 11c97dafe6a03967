// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import officina.architecture.tests.SourceTree.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code ./officina} finds, fetches, installs and builds on machines that lack something. */
class FirstStartTests {

    private static final String APT = "echo \"$*\" >>\"$HOME/installed\"";

    /** Makes both products, and writes down how it was called. */
    private static final String BUILDS = """
            case $* in *' -v'* | -v) echo 'Apache Maven %s'; exit ;; esac
            echo "$JAVA_HOME $*" >>"$HOME/built"
            for product in %s %s; do
                mkdir -p "${product%%/*}"
                printf '#!/bin/sh\\nprintf "%%%%s|" %%s "$@"\\n' "${product##*/}" >"$product"
                chmod +x "$product"
            done""";

    @TempDir
    private Path root;

    private SourceTree tree;

    @BeforeEach
    void machine() throws IOException {
        tree = new SourceTree(root);
        tree.jdk("jdk", 25);
        tree.program("path/mvn", maven("3.9.11"));
        tree.program("path/sudo", "exit 1");
        tree.program("path/apt-get", APT);
    }

    private static String maven(String version) {
        return BUILDS.formatted(version, SourceTree.HEADLESS, SourceTree.WORKBENCH);
    }

    @Test
    void it_builds_when_nothing_is_built_and_again_when_a_source_is_newer_or_gone() throws Exception {
        Path source = Files.writeString(tree.at("bundles/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.EPOCH));
        Said first = tree.run("./officina", "help");
        assertEquals(new Said(0, "officina|help|", "Building Officina (the first time takes some minutes)\n"), first);
        String build = tree.at("jdk") + " clean verify -DskipTests -pl "
                + ":officina.headless.product,:officina.workbench.product,:officina.catalog.feature,:officina.testkit,"
                + ":officina.testkit.ui -am";
        assertEquals(List.of(build), Files.readAllLines(tree.at("built")));

        assertEquals(new Said(0, "officina|help|", ""), tree.run("./officina", "help"));
        assertEquals(1, Files.readAllLines(tree.at("built")).size());

        // however fine the clock of the file system is
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(3_600)));
        assertEquals("officina|help|", tree.run("./officina", "help").out());
        assertEquals(2, Files.readAllLines(tree.at("built")).size());

        Files.delete(source);
        assertEquals("officina|help|", tree.run("./officina", "help").out());
        assertEquals("officina|help|", tree.run("./officina", "help").out());
        assertEquals(List.of(build, build, build), Files.readAllLines(tree.at("built")));
    }

    @Test
    void a_build_that_fails_shows_its_errors_and_where_all_of_it_is() throws Exception {
        tree.program(
                "path/mvn",
                "[ \"$1\" = -v ] && echo 'Apache Maven 3.9.11' && exit; echo '[INFO] a'; echo '[ERROR] b'; exit 1");
        Said said = tree.run("./officina", "help");
        assertEquals(1, said.code());
        assertEquals("", said.out());
        assertTrue(
                said.err().endsWith("[ERROR] b\nThe build failed; all of it: " + tree.at(".officina/build.log") + "\n"),
                said.err());
    }

    @Test
    void a_build_whose_test_process_hung_is_no_good_build() throws Exception {
        String passed = "[ERROR] Tests run: 5, Failures: 1\n[INFO] BUILD SUCCESS\n";
        Files.writeString(tree.at("log"), passed);
        assertEquals(new Said(0, "", ""), tree.functions("no_test_hung log >>log"));

        Files.writeString(tree.at("log"), "[ERROR] There was a timeout in the fork\n" + passed);
        assertEquals(new Said(1, "", "A test process hung and was ended.\n"), tree.functions("no_test_hung log >>log"));
    }

    @Test
    void the_first_jdk_that_is_new_enough_is_taken() throws Exception {
        tree.jdk("jdk", 24);
        tree.jdk("more/jdk-21", 21);
        tree.jdk("more/jdk-26", 26);
        tree.jdk("more/jdk-27", 27);
        assertEquals(
                new Said(0, tree.at("more/jdk-26") + "\n", ""),
                tree.functions("java_places=(\"$root\"/more/*); find_java; echo \"$JAVA_HOME\""));
    }

    @Test
    void a_jdk_that_does_not_run_is_passed_over() throws Exception {
        tree.program("jdk/bin/java", "echo 'wrong machine' >&2; exit 126");
        tree.jdk("more/jdk-26", 26);
        assertEquals(
                new Said(0, tree.at("more/jdk-26") + "\n", ""),
                tree.functions("java_places=(\"$root\"/more/*); find_java; echo \"$JAVA_HOME\""));
    }

    @Test
    void without_a_jdk_that_is_new_enough_one_sentence_says_what_to_install() throws Exception {
        tree.jdk("jdk", 24);
        assertEquals(
                new Said(
                        1,
                        "",
                        "Officina needs a JDK 25 or newer: please install one (Debian: temurin-25-jdk or openjdk-25-jdk)"
                                + " and set JAVA_HOME.\n"),
                tree.functions("java_places=(\"$root\"/nothing/*); find_java; echo \"$JAVA_HOME\""));
    }

    @Test
    void an_older_maven_fetches_the_right_one_which_is_checked_and_kept() throws Exception {
        tree.program("path/mvn", """
                [ "$1" = -v ] && echo 'Apache Maven 3.8.7' && exit
                echo "$*" >>"$HOME/fetched"
                for word in "$@"; do
                    case $word in -DoutputDirectory=*) echo zip >"${word#*=}/apache-maven-3.9.16-bin.zip" ;; esac
                done""");
        tree.program(
                "path/unzip",
                "mkdir -p apache-maven-3.9.16/bin; echo '#!/bin/sh' >apache-maven-3.9.16/bin/mvn; "
                        + "chmod +x apache-maven-3.9.16/bin/mvn");
        Said other = tree.functions("find_maven; echo \"$mvn\"");
        assertEquals(
                new Said(
                        1,
                        "",
                        "Fetching Maven 3.9.16\nThe Maven that arrived is not the one that was asked for (SHA-256 differs).\n"),
                other);

        String pinned = tree.at(".officina/apache-maven-3.9.16/bin/mvn") + "\n";
        String sum = "maven_sha256=$(echo zip | sha256sum | cut -d' ' -f1); ";
        assertEquals(new Said(0, pinned, "Fetching Maven 3.9.16\n"), tree.functions(sum + "find_maven; echo \"$mvn\""));
        assertEquals(new Said(0, pinned, ""), tree.functions("find_maven; echo \"$mvn\""));
        List<String> fetched = Files.readAllLines(tree.at("fetched"));
        assertEquals(2, fetched.size());
        assertTrue(
                fetched.getLast().contains("-Dartifact=org.apache.maven:apache-maven:3.9.16:zip:bin"),
                fetched.getLast());
        try (var left = Files.list(tree.at(".officina"))) {
            assertEquals(List.of(tree.at(".officina/apache-maven-3.9.16")), left.toList());
        }
    }

    @Test
    void where_nothing_may_be_installed_the_exact_line_is_printed() throws Exception {
        Files.delete(tree.at("path/mvn"));
        assertEquals(
                new Said(1, "", "Missing for the build. Please run: sudo apt-get install maven unzip\n"),
                tree.run("./officina", "help"));
        assertTrue(Files.notExists(tree.at("installed")));
    }

    @Test
    void where_it_may_install_it_does_and_goes_on() throws Exception {
        Files.delete(tree.at("path/mvn"));
        Files.writeString(tree.at("mvn"), "#!/bin/sh\n" + maven("3.9.11") + "\n");
        tree.program("path/sudo", "shift; exec \"$@\"");
        tree.program(
                "path/apt-get",
                APT
                        + "; case $* in *install*) cp \"$HOME/mvn\" \"$HOME/path/mvn\"; chmod +x \"$HOME/path/mvn\" ;; esac");
        Said said = tree.run("./officina", "help");
        assertEquals("officina|help|", said.out(), said.err());
        assertTrue(said.err().startsWith("Installing for the build: maven unzip\n"), said.err());
        assertEquals(
                List.of("-qq update", "-qq -y --no-install-recommends install maven unzip"),
                Files.readAllLines(tree.at("installed")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exit 1 | exit 0 | Missing for the window. Please run: sudo apt-get install libgtk-3-0 bubblewrap",
                "shift; exec \"$@\" | [ \"$2\" = update ] | Installing for the window: libgtk-3-0 bubblewrap;"
                        + "Could not install what is needed for the window. Please run: sudo apt-get install libgtk-3-0 bubblewrap",
                "exit 1 | | Missing for the window. Please install what your system calls: libgtk-3-0 bubblewrap"
            })
    void a_library_that_the_window_needs_is_named(String sudo, String apt, String said) throws Exception {
        assertEquals(0, tree.run("./officina", "help").code());
        tree.program("path/ldconfig", "echo libsecret-1.so.0");
        tree.program("path/sudo", sudo);
        if (apt == null) {
            Files.delete(tree.at("path/apt-get"));
        } else {
            tree.program("path/apt-get", apt);
        }
        assertEquals(new Said(1, "", said.replace(";", "\n") + "\n"), tree.run("./officina"));
        assertEquals("officina|help|", tree.run("./officina", "help").out());
    }

    @Test
    void all_that_is_missing_is_named_at_once_before_anything_is_built() throws Exception {
        tree.program("path/ldconfig", ":");
        assertEquals(
                new Said(
                        1,
                        "",
                        "Missing for the window. Please run: sudo apt-get install libgtk-3-0 libsecret-1-0 bubblewrap\n"),
                tree.run("./officina"));
        Files.delete(tree.at("path/mvn"));
        assertEquals(
                new Said(
                        1,
                        "",
                        "Missing for the build and the window. Please run: sudo apt-get install maven unzip libgtk-3-0"
                                + " libsecret-1-0 bubblewrap\n"),
                tree.run("./officina"));
        assertTrue(Files.notExists(tree.at("built")));
    }

    @Test
    void all_that_the_tests_want_is_named_at_once_too() throws Exception {
        Files.delete(tree.at("path/mvn"));
        String words = ". releng/scripts/display.sh; find_java; needs_for_tests $(missing_for_build)";
        assertEquals(
                new Said(
                        1,
                        "",
                        "Missing for the tests. Please run: sudo apt-get install maven unzip xvfb openbox dbus gnome-keyring"
                                + " fontconfig fonts-dejavu-core bubblewrap\n"),
                tree.functions(words));

        for (String program : List.of("Xvfb", "openbox", "dbus-run-session", "gnome-keyring-daemon")) {
            tree.program("path/" + program, ":");
        }
        tree.program("path/fc-list", "echo a font");
        assertEquals(
                new Said(
                        0,
                        "",
                        "Missing for the tests of the sandbox. Please run: sudo apt-get install bubblewrap\n"
                                + "Without bubblewrap some tests of the sandbox are skipped.\n"),
                tree.functions(". releng/scripts/display.sh; needs_for_tests"));
    }

    @Test
    void the_window_opens_without_what_only_helps_it() throws Exception {
        tree.program("path/ldconfig", "echo libgtk-3.so.0");
        assertEquals("officina-workbench|", tree.run("./officina").out());

        tree.program("path/sudo", "shift; exec \"$@\"");
        tree.program("path/apt-get", APT + "; exit 1");
        Said said = tree.run("./officina");
        assertEquals("officina-workbench|", said.out(), said.err());
        assertEquals(
                "-qq -y --no-install-recommends install libsecret-1-0 bubblewrap",
                Files.readAllLines(tree.at("installed")).getLast());
    }

    @Test
    void without_a_display_it_says_what_works_without_one() throws Exception {
        assertEquals(
                new Said(
                        1,
                        "",
                        "There is no display to open a window on; the command line works without one: ./officina help\n"),
                tree.run("env", "-u", "DISPLAY", "./officina"));
        assertTrue(Files.notExists(tree.at("built")));
    }
}

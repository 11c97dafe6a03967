// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import officina.architecture.tests.SourceTree.Said;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts look for libraries where Maven would: what it has fetched is not fetched again. */
class LocalRepositoryTests {

    @TempDir
    private Path root;

    private SourceTree tree;
    private String account;

    @BeforeEach
    void machine() throws IOException {
        tree = new SourceTree(root);
        tree.jdk("jdk", 25);
        tree.program("maven/bin/mvn", ":");
        Files.createSymbolicLink(tree.at("path/mvn"), tree.at("maven/bin/mvn"));
        account = tree.account().toString();
    }

    private void settings(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "<settings>\n" + text + "\n</settings>\n");
    }

    private String found(String before) throws Exception {
        Said said = tree.functions(before + " find_java; local_repository");
        assertEquals(new Said(0, said.out(), ""), said);
        return said.out().strip();
    }

    @Test
    void it_is_in_the_home_that_the_account_has() throws Exception {
        assertEquals(account + "/.m2/repository", found(""));
        assertEquals("/other/.m2/repository", found("MAVEN_OPTS='-Xmx1g -Duser.home=/other';"));
    }

    @Test
    void settings_name_it_and_the_users_come_first() throws Exception {
        settings(tree.at("maven/conf/settings.xml"), "<localRepository>/of/all</localRepository>");
        assertEquals("/of/all", found(""));

        Path users = tree.account().resolve(".m2/settings.xml");
        settings(users, "<!-- localRepository\n <localRepository>/path/to</localRepository>\n-->");
        assertEquals("/of/all", found(""));

        settings(users, "<!-- a --><localRepository>\n  ${user.home}/my ${env.KIND}\n</localRepository><!-- b -->");
        assertEquals(account + "/my libraries", found("export KIND=libraries;"));
    }

    @Test
    void an_option_comes_before_settings_and_the_scripts_own_variable_before_all() throws Exception {
        settings(tree.account().resolve(".m2/settings.xml"), "<localRepository>/of/user</localRepository>");
        String words = "MAVEN_OPTS=-Dmaven.repo.local=/of/java;";
        assertEquals("/of/java", found(words));

        Files.writeString(tree.at(".mvn/maven.config"), "-B\n-Dmaven.repo.local=/of/project\n");
        assertEquals("/of/project", found(words));
        words += "MAVEN_ARGS='-o -Dmaven.repo.local=/of/words';";
        assertEquals("/of/words", found(words));
        assertEquals("/own", found(words + "OFFICINA_M2=/own;"));
    }

    @Test
    void the_pinned_maven_has_its_own_settings() throws Exception {
        tree.program(".officina/apache-maven-3.9.16/bin/mvn", ":");
        settings(tree.at("maven/conf/settings.xml"), "<localRepository>/of/all</localRepository>");
        settings(
                tree.at(".officina/apache-maven-3.9.16/conf/settings.xml"),
                "<localRepository>/of/pinned</localRepository>");
        assertEquals("/of/pinned", found(""));
    }

    @Test
    void no_maven_is_no_obstacle() throws Exception {
        Files.delete(tree.at("path/mvn"));
        assertEquals(account + "/.m2/repository", found(""));
    }
}

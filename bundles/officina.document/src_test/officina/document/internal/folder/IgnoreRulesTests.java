// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What git does with the same lines; a path that ends with a slash is a folder. */
class IgnoreRulesTests {

    @Test
    void names_match_at_any_depth_and_paths_from_their_folder() {
        ignored("*.log", "a.log", "x/y/a.log");
        kept("*.log", "a.txt", "log");
        ignored("/*.log", "a.log");
        kept("/*.log", "x/a.log");
        ignored("docs/*.md", "docs/a.md");
        kept("docs/*.md", "docs/x/a.md", "x/docs/a.md");
        ignored("build/", "build/", "x/build/");
        kept("build/", "build");
        ignored("/a/b", "a/b", "a/b/");
        kept("/a/b", "x/a/b");
    }

    @Test
    void two_stars_are_any_folders() {
        ignored("**/wool", "wool", "a/wool", "a/b/wool/");
        ignored("a/**", "a/x", "a/x/y");
        kept("a/**", "a/", "b/x");
        ignored("a/**/b", "a/b", "a/x/b", "a/x/y/b");
        kept("a/**/b", "b", "a/bc");
        ignored("**/a/**/b/*.c", "x/a/y/b/z.c");
        kept("a**b/c", "a/x/b/c");
        ignored("a**b/c", "axxb/c");
    }

    @Test
    void sets_escapes_spaces_and_comments() {
        ignored("[a-c]?[!x]", "b1y");
        kept("[a-c]?[!x]", "d1y", "b1x");
        ignored("[]-]", "]", "-");
        kept("a[", "a[");
        ignored("\\#x", "#x");
        ignored("\\!x", "!x");
        ignored("a\\*", "a*");
        kept("a\\*", "ab");
        ignored("a\\ ", "a ");
        ignored("a   ", "a");
        kept("# comment", "# comment");
        kept("", "a");
        kept("/", "a");
    }

    @Test
    void the_last_rule_decides() {
        IgnoreRules rules = rules("*.log\n!keep.log\n");

        assertEquals(true, rules.ignores(List.of("a.log"), false));
        assertEquals(false, rules.ignores(List.of("keep.log"), false));
    }

    @Test
    void a_rule_further_in_decides_before_one_further_out() {
        IgnoreRules inner = new IgnoreRules(rules("*.log\nsub/a.txt"), 1, IgnoreRules.parse("!*.log\n/b.txt"));

        assertEquals(false, inner.ignores(List.of("sub", "a.log"), false));
        assertEquals(true, inner.ignores(List.of("sub", "a.txt"), false));
        assertEquals(true, inner.ignores(List.of("sub", "b.txt"), false));
        assertEquals(false, inner.ignores(List.of("sub", "x", "b.txt"), false));
    }

    /** A regular expression made of this takes longer than anybody waits. */
    @Test
    void many_stars_are_no_more_work_than_few() {
        assertFalse(new Glob("*a".repeat(100) + "b").matches("a".repeat(250)));
        IgnoreRule rule = IgnoreRule.parse("**/a/".repeat(50) + "b").orElseThrow();
        assertFalse(rule.matches(java.util.Collections.nCopies(500, "a"), false));
    }

    private static void ignored(String rule, String... paths) {
        for (String path : paths) {
            assertEquals(true, matches(rule, path), rule + " on " + path);
        }
    }

    private static void kept(String rule, String... paths) {
        for (String path : paths) {
            assertEquals(false, matches(rule, path), rule + " on " + path);
        }
    }

    private static boolean matches(String rule, String path) {
        boolean folder = path.endsWith("/");
        String names = folder ? path.substring(0, path.length() - 1) : path;
        return rules(rule).ignores(List.of(names.split("/")), folder);
    }

    private static IgnoreRules rules(String text) {
        return new IgnoreRules(null, 0, IgnoreRules.parse(text));
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about what reads what others write names the fuzz targets that there are, and classes that there are. */
class FuzzTargetsTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/architecture/untrusted-input.md");
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");
    private static final String TARGET = "Fuzz";

    @Test
    void each_target_and_what_it_feeds_is_in_the_table() {
        Set<String> sources = names("src");
        Set<String> targets = names("src_test").stream()
                .filter(name -> name.endsWith(TARGET))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (String row : Repository.text(PAGE)
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList()) {
            String[] cells = row.split("\\|");
            Matcher readers = NAME.matcher(cells[2]);
            while (readers.find()) {
                if (!sources.contains(readers.group(1))) {
                    wrong.add("no such class: " + readers.group(1));
                }
            }
            Matcher target = NAME.matcher(cells[3]);
            if (target.find()) {
                listed.add(target.group(1));
            } else {
                wrong.add("no target: " + row);
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(targets, listed);
    }

    private static Set<String> names(String folder) {
        return Repository.bundles("bundles").stream()
                .flatMap(bundle -> Repository.files(bundle.resolve(folder), ".java").stream())
                .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

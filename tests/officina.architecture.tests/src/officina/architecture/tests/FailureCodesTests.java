// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.architecture.tests.FailureCodes.Made;
import org.junit.jupiter.api.Test;

/** Failure codes: the page lists them all, and each means one thing. */
class FailureCodesTests {

    private static final Path PAGE = Repository.ROOT.resolve("docs/reference/errors.md");

    /** Makes a failure of what somebody else has made: as it was written, as it came over the wire. */
    private static final Set<String> PASSES_ON =
            Set.of("officina.api.error/Failure.java", "officina.protocol/FailureCodec.java");

    private final List<Made> all = FailureCodes.of(SourceFile.parse(Repository.bundles("bundles").stream()
                    .flatMap(bundle -> Repository.files(bundle.resolve("src"), ".java").stream())
                    .toList()))
            .stream()
            .filter(made -> !PASSES_ON.contains(made.place().replaceAll(":.*", "")))
            .toList();

    @Test
    void the_page_of_failure_codes_is_up_to_date() throws IOException {
        String page = FailureCodes.page(all);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Files.exists(PAGE) ? Repository.text(PAGE) : "", "run ./verify --regenerate");
    }

    @Test
    void every_code_can_be_read_from_the_sources() {
        assertTrue(all.size() > 60, "failures: " + all.size());
        assertEquals(
                List.of(),
                all.stream()
                        .filter(made -> !made.code().matches("[a-z]+(\\.[a-z]+(-[a-z]+)*)+"))
                        .toList(),
                "the code of a failure is a literal, or handed to a helper as one");
    }

    @Test
    void a_code_is_of_one_kind() {
        Map<String, Set<String>> kinds = all.stream()
                .collect(Collectors.groupingBy(
                        Made::code, TreeMap::new, Collectors.mapping(Made::kind, Collectors.toSet())));
        kinds.values().removeIf(kind -> kind.size() == 1);
        assertEquals(Map.of(), kinds);
    }

    @Test
    void every_failure_says_what_happened() {
        assertEquals(
                List.of(), all.stream().filter(made -> made.message().isBlank()).toList());
    }

    @Test
    void codes_are_followed_through_helpers() {
        List<Made> made = FailureCodes.of(
                SourceFile.parse(Repository.files(Fixtures.FOLDER.resolve("sources/failures"), ".java")));

        assertEquals(
                List.of(
                        "sample.gone RESOURCE The \u2026 is gone. Look for it.",
                        "sample.none USER There is no \u2026. -",
                        "sample.wrong USER It is wrong. Mend it."),
                made.stream()
                        .map(each -> String.join(
                                " ",
                                each.code(),
                                each.kind(),
                                each.message(),
                                each.remedy().isEmpty() ? "-" : each.remedy()))
                        .toList());
    }
}

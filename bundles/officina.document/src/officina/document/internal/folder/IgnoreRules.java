// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules that hold in a folder: those of its own {@code .gitignore}, then those of the folders above it. The last that
 * speaks about a path decides.
 *
 * @param depth how many names lead to this folder from where the look began
 */
record IgnoreRules(@Nullable IgnoreRules above, int depth, List<IgnoreRule> rules) {

    static final IgnoreRules NONE = new IgnoreRules(null, 0, List.of());

    private static final String FILE = ".gitignore";
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_RULES = 2_000;

    /** The rules inside a folder; those above alone where it has none of its own, or none that can be read. */
    static IgnoreRules in(Path folder, int depth, IgnoreRules above) {
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return above;
        }
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new IgnoreRules(above, depth, parse(text));
        } catch (IOException e) {
            // what cannot be read rules nothing, as git has it
            return above;
        }
    }

    /** Rules that hold in all of a folder. */
    static IgnoreRules of(List<String> lines) {
        return lines.isEmpty() ? NONE : new IgnoreRules(null, 0, parse(String.join("\n", lines)));
    }

    static List<IgnoreRule> parse(String text) {
        return text.lines()
                .map(IgnoreRule::parse)
                .flatMap(Optional::stream)
                .limit(MOST_RULES)
                .toList();
    }

    /** @param path the names that lead there from where the look began */
    boolean ignores(List<String> path, boolean folder) {
        for (IgnoreRules each = this; each != null; each = each.above) {
            List<String> inside = path.subList(each.depth, path.size());
            for (int i = each.rules.size() - 1; i >= 0; i--) {
                IgnoreRule rule = each.rules.get(i);
                if (rule.matches(inside, folder)) {
                    return !rule.negated();
                }
            }
        }
        return false;
    }
}

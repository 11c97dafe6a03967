// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text as a {@code .gitignore}, on paths made of the rest. Run by {@code releng/scripts/fuzz}. */
public final class IgnoreFuzz {

    /** Half of what is read at most. */
    private static final int MOST = 1_000;

    private IgnoreFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        int cut = text.indexOf('\u0001');
        String rules = cut < 0 ? text : text.substring(0, cut);
        List<String> path = List.of((cut < 0 ? "a/b" : "x/" + text.substring(cut + 1)).split("/+"));
        IgnoreRules all = new IgnoreRules(null, 0, IgnoreRules.parse(rules));
        boolean once = all.ignores(path, true);
        if (all.rules().size() > MOST) {
            return;
        }
        IgnoreRules twice = new IgnoreRules(null, 0, IgnoreRules.parse(rules + "\n" + rules));
        if (twice.ignores(path, true) != once) {
            throw new AssertionError("the same rules once more say something else");
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                "*.log\n!keep.log\n/a/**/b\n[!a-z]?/\n\\#x \u0001a/b.log".getBytes(StandardCharsets.UTF_8),
                "**/a*b**\u0001axb/c".getBytes(StandardCharsets.UTF_8));
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a {@code .gitignore}.
 *
 * @param segments between slashes; {@code null} stands for {@code **}
 */
record IgnoreRule(List<Optional<Glob>> segments, boolean negated, boolean foldersOnly) {

    /** The rule on a line; empty for a comment, an empty line and what cannot match. */
    static Optional<IgnoreRule> parse(String line) {
        String text = withoutTrailingSpaces(line);
        if (text.isEmpty() || text.startsWith("#")) {
            return Optional.empty();
        }
        boolean negated = text.startsWith("!");
        if (negated) {
            text = text.substring(1);
        }
        boolean folders = text.endsWith("/");
        if (folders) {
            text = text.substring(0, text.length() - 1);
        }
        boolean anchored = text.indexOf('/') >= 0;
        if (text.startsWith("/")) {
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        List<Optional<Glob>> segments = new ArrayList<>();
        if (!anchored) {
            segments.add(Optional.empty());
        }
        for (String segment : text.split("/", -1)) {
            boolean any = segment.equals("**");
            if (!any) {
                segments.add(Optional.of(new Glob(segment)));
            } else if (segments.isEmpty() || segments.getLast().isPresent()) {
                segments.add(Optional.empty());
            }
        }
        if (segments.getLast().isEmpty()) {
            // what is inside, not the folder itself
            segments.add(Optional.of(new Glob("*")));
        }
        return Optional.of(new IgnoreRule(List.copyOf(segments), negated, folders));
    }

    /** Whether it speaks about that path, whose names lead from the rule's folder. */
    boolean matches(List<String> path, boolean folder) {
        if (foldersOnly && !folder) {
            return false;
        }
        int s = 0;
        int n = 0;
        int any = -1;
        int resume = 0;
        while (n < path.size()) {
            Optional<Glob> segment = s < segments.size() ? segments.get(s) : NONE;
            if (s < segments.size() && segment.isEmpty()) {
                any = s++;
                resume = n;
            } else if (segment.isPresent() && segment.get().matches(path.get(n))) {
                s++;
                n++;
            } else if (any >= 0) {
                s = any + 1;
                n = ++resume;
            } else {
                return false;
            }
        }
        return s == segments.size();
    }

    private static final Optional<Glob> NONE = Optional.empty();

    private static String withoutTrailingSpaces(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }
}

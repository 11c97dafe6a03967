// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import officina.architecture.tests.ApiPackage.ApiType;

/** What changed between two signatures, and whether the versions of their packages say so. The rules: decision 0105. */
final class ApiChanges {

    private final List<String> breaking = new ArrayList<>();
    private final List<String> added = new ArrayList<>();

    private ApiChanges() {}

    /** For each package whose version does not say what changed in it: what that is, and which version would. */
    static List<String> withoutStep(List<ApiPackage> before, List<ApiPackage> now) {
        Map<String, ApiPackage> current = byName(now);
        List<String> problems = new ArrayList<>();
        for (ApiPackage old : before) {
            ApiPackage changed = current.get(old.name());
            if (changed == null) {
                problems.add(old.name() + " is exported no more, and whoever imports it no longer resolves."
                        + " Export it again, or take it off the page by hand and say why in the commit.");
            } else {
                problem(old, changed).ifPresent(problems::add);
            }
        }
        return problems;
    }

    private static Optional<String> problem(ApiPackage before, ApiPackage now) {
        ApiChanges changes = new ApiChanges();
        changes.compare(before, now);
        int[] old = numbers(before.version());
        int[] given = numbers(now.version());
        int[] needed = changes.needed(old);
        if (Arrays.compare(given, needed) >= 0) {
            return Optional.empty();
        }
        List<String> what = changes.breaking.isEmpty() ? changes.added : changes.breaking;
        String list = what.stream().map(each -> "\n    " + each).collect(Collectors.joining());
        String why = what.isEmpty()
                ? " went back from " + before.version() + " to " + now.version() + ". "
                : (changes.breaking.isEmpty() ? " has more than before:" : " breaks what was built against it:")
                        + list
                        + "\n";
        String least = Arrays.stream(needed).mapToObj(String::valueOf).collect(Collectors.joining("."));
        String others = changes.breaking.isEmpty()
                ? "."
                : ", and change the ranges of those who import it; or leave what was there as it was.";
        return Optional.of(
                now.name() + why + "Export it as " + least + " at least (Export-Package of its MANIFEST.MF)" + others);
    }

    /** The least version that says what changed. */
    private int[] needed(int[] old) {
        boolean promised = old[0] > 0;
        if (!breaking.isEmpty()) {
            return promised ? new int[] {old[0] + 1, 0, 0} : new int[] {0, old[1] + 1, 0};
        }
        return !added.isEmpty() && promised ? new int[] {old[0], old[1] + 1, 0} : old;
    }

    private void compare(ApiPackage before, ApiPackage now) {
        for (ApiType old : before.types().values()) {
            ApiType type = now.types().get(old.name());
            if (type == null) {
                breaking.add("gone: " + old.header());
            } else {
                compare(old, type);
            }
        }
        now.types().values().stream()
                .filter(type -> !before.types().containsKey(type.name()))
                .forEach(type -> added.add("new: " + type.header()));
    }

    private void compare(ApiType before, ApiType now) {
        if (!before.header().equals(now.header())) {
            breaking.add("changed: " + before.header() + "\n    to: " + now.header());
        }
        Map<String, String> old = byKey(before);
        Map<String, String> current = byKey(now);
        old.forEach((key, line) -> {
            String same = current.get(key);
            if (same == null && !key.equals(ApiSignature.PROVIDED)) {
                breaking.add("gone: " + now.name() + ": " + line);
            } else if (!line.equals(same)) {
                added.add("changed: " + now.name() + ": " + line);
            }
        });
        current.forEach((key, line) -> {
            if (!old.containsKey(key)) {
                (asksOfOthers(now, key) ? breaking : added).add("new: " + now.name() + ": " + line);
            }
        });
    }

    /** Whether somebody else's type lacks something now. */
    private static boolean asksOfOthers(ApiType type, String line) {
        if (line.equals(ApiSignature.PROVIDED)) {
            return true;
        }
        boolean closed = type.header().split("[(<]")[0].matches("(.* )?(sealed|final|record|enum) .*")
                || type.members().contains(ApiSignature.PROVIDED);
        return !closed && line.matches("(protected )?(abstract|extends) .*");
    }

    /** The value of a constant is none of its signature. */
    private static Map<String, String> byKey(ApiType type) {
        return type.members().stream()
                .collect(Collectors.toMap(line -> line.replaceFirst(" = .*", ""), Function.identity()));
    }

    private static Map<String, ApiPackage> byName(List<ApiPackage> packages) {
        return packages.stream().collect(Collectors.toMap(ApiPackage::name, Function.identity()));
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\."))
                .limit(3)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

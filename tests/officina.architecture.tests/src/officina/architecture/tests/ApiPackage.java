// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exported package as whoever builds against it sees it.
 *
 * @param version that it is exported with
 * @param types by their whole names
 */
record ApiPackage(String name, String version, Map<String, ApiType> types) {

    /**
     * A public type.
     *
     * @param header what it is, with its whole name
     * @param members in the order of the page
     */
    record ApiType(String name, String header, List<String> members) {

        ApiType {
            members = List.copyOf(members);
        }
    }

    private static final String HEAD =
            "# What plug-ins and their tests can see of Officina. Generated: ./verify --regenerate writes it.\n"
                    + "# What a change means for the version of a package: docs/decisions/0105-versions-of-the-api.md\n";
    private static final String PACKAGE = "package ";
    private static final String INDENT = "    ";
    private static final Pattern NAME = Pattern.compile("(?:@interface|interface|class|record|enum) ([\\w.]+)");

    ApiPackage {
        types = new TreeMap<>(types);
    }

    /** The page of these packages. */
    static String page(List<ApiPackage> packages) {
        StringBuilder page = new StringBuilder(HEAD);
        for (ApiPackage each :
                packages.stream().sorted(Comparator.comparing(ApiPackage::name)).toList()) {
            page.append('\n').append(PACKAGE).append(each.name()).append(' ').append(each.version());
            page.append('\n');
            for (ApiType type : each.types().values()) {
                page.append('\n').append(type.header()).append('\n');
                type.members()
                        .forEach(member -> page.append(INDENT).append(member).append('\n'));
            }
        }
        return page.toString();
    }

    /** The packages of a page. */
    static List<ApiPackage> parse(String page) {
        List<ApiPackage> packages = new ArrayList<>();
        String header = "";
        List<String> members = new ArrayList<>();
        for (String line : (page + "\n\n").lines().toList()) {
            if (line.startsWith(PACKAGE)) {
                String[] words = line.split(" ");
                packages.add(new ApiPackage(words[1], words[2], Map.of()));
            } else if (line.startsWith(INDENT)) {
                members.add(line.strip());
            } else if (!header.isEmpty()) {
                ApiType type = new ApiType(name(header), header, members);
                packages.getLast().types().put(type.name(), type);
                header = "";
                members.clear();
            }
            if (!line.isEmpty() && !line.startsWith(INDENT) && !line.startsWith(PACKAGE) && !line.startsWith("#")) {
                header = line;
            }
        }
        return packages;
    }

    private static String name(String header) {
        Matcher matcher = NAME.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no type: " + header);
        }
        return matcher.group(1);
    }
}

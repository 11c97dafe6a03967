// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The layers of docs/architecture/layers.md, as far as package names tell them. */
enum Layer {
    BASE,
    API,
    PROTOCOL,
    CORE,
    ENGINE,
    IMPLEMENTATION,
    PLUGIN,
    UI_BASE,
    UI,
    ROLE,
    WORKBENCH,
    TESTKIT;

    private static final Pattern PLUGINS = Pattern.compile("officina\\.(agent|provider|node|renderer|batch|tool)\\..*");

    static Layer of(String packageName) {
        if (in(packageName, "officina.base")) {
            return BASE;
        } else if (in(packageName, "officina.api")) {
            return API;
        } else if (in(packageName, "officina.protocol")) {
            return PROTOCOL;
        } else if (in(packageName, "officina.core")) {
            return CORE;
        } else if (in(packageName, "officina.ui.base")) {
            return UI_BASE;
        } else if (in(packageName, "officina.workbench")) {
            return WORKBENCH;
        } else if (in(packageName, "officina.testkit")) {
            return TESTKIT;
        } else if ((packageName + ".").contains(".ui.")) {
            return UI;
        } else if (PLUGINS.matcher(packageName).matches()) {
            return PLUGIN;
        } else if (in(packageName, "officina.engine")) {
            return ENGINE;
        } else if (in(packageName, "officina.cli")
                || in(packageName, "officina.server")
                || in(packageName, "officina.worker")) {
            return ROLE;
        }
        return IMPLEMENTATION;
    }

    /** What this layer may see, besides its own bundle. */
    private Set<Layer> sees() {
        return switch (this) {
            case BASE -> EnumSet.noneOf(Layer.class);
            case API -> EnumSet.of(BASE);
            case PROTOCOL, PLUGIN -> EnumSet.of(BASE, API);
            case CORE -> EnumSet.of(BASE, API, PROTOCOL, CORE);
            case ENGINE, IMPLEMENTATION -> EnumSet.range(BASE, IMPLEMENTATION);
            case UI_BASE -> EnumSet.of(BASE, API, ENGINE);
            case UI -> EnumSet.of(BASE, API, ENGINE, UI_BASE);
            case ROLE -> EnumSet.range(BASE, IMPLEMENTATION);
            case TESTKIT -> EnumSet.of(BASE, API, PROTOCOL, CORE, ENGINE, IMPLEMENTATION, UI_BASE);
            case WORKBENCH -> EnumSet.of(BASE, API, PROTOCOL, CORE, ENGINE, IMPLEMENTATION, UI_BASE, UI);
        };
    }

    /** May a class of the one package use a class of the other? */
    static boolean mayUse(String from, String to) {
        if (!in(to, "officina") || bundle(from).equals(bundle(to))) {
            return true;
        }
        Layer layer = of(from);
        // the Engine API speaks in the values of these two: they are part of what a window may see
        boolean headlessHalf = layer == UI && bundle(from).equals(bundle(to) + ".ui");
        boolean values = (layer == UI || layer == UI_BASE)
                && Set.of("officina.core.run", "officina.core.settings").contains(to);
        // the product's own providers hand LangChain4j's builder to the bridge, and contain nothing else
        boolean bridged = in(from, "officina.provider") && to.equals("officina.model.bridge");
        return headlessHalf || values || bridged || layer.sees().contains(of(to));
    }

    /** The part of a package name that names the bundle, for telling a bundle's own packages from others. */
    static String bundle(String packageName) {
        String[] parts = packageName.split("\\.");
        int length =
                switch (of(packageName)) {
                    case CORE, PLUGIN, UI_BASE -> 3;
                    case UI -> List.of(parts).indexOf("ui") + 1;
                    case IMPLEMENTATION -> parts.length > 2 && !parts[2].equals("internal") ? 3 : 2;
                    default -> 2;
                };
        return String.join(".", Arrays.copyOf(parts, Math.min(length, parts.length)));
    }

    private static boolean in(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import officina.api.id.PluginId;
import officina.api.permission.PermissionRequest;
import officina.core.schedule.CronSchedule;
import officina.core.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/**
 * Reads what a bundle says about itself: the capabilities {@code officina.plugin} and the requirements
 * {@code officina.permission}. Works on headers alone, so on a jar that is not installed as well as on a bundle that
 * runs. What is wrong is left out and named among the problems; nothing is thrown.
 */
public final class ManifestReader {

    /** The namespace of the capability that makes a bundle a plug-in, and of the service property that picks one. */
    public static final String PLUGIN = "officina.plugin";

    private static final int LONGEST_PUBLISHER = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_BUNDLE = 200;

    private final Locale locale;

    /** @param locale the language of the reasons, where the plug-in has it */
    public ManifestReader(Locale locale) {
        this.locale = locale;
    }

    /** Reads the manifest of a jar. */
    public PluginManifest read(Manifest manifest, boolean bundled, PluginFiles files) {
        Map<String, String> headers = new LinkedHashMap<>();
        Attributes main = manifest.getMainAttributes();
        main.forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return read(headers, bundled, files);
    }

    /** Reads headers as they stand in the file, not localized. */
    public PluginManifest read(Map<String, String> headers, boolean bundled, PluginFiles files) {
        List<PluginProblem> problems = new ArrayList<>();
        String bundle = symbolicName(headers);
        Localization texts = new Localization(headers.get(Constants.BUNDLE_LOCALIZATION), locale, files);
        List<PermissionRequest> permissions = new PermissionClauses(bundle, texts, problems::add)
                .read(Clause.parse(headers, Constants.REQUIRE_CAPABILITY, bundle, problems::add));
        String publisher = texts.line(headers.getOrDefault(Constants.BUNDLE_VENDOR, ""), LONGEST_PUBLISHER);
        List<PluginManifest.Declared> plugins = new ArrayList<>();
        for (Clause clause : Clause.parse(headers, Constants.PROVIDE_CAPABILITY, bundle, problems::add)) {
            if (clause.name().equals(PLUGIN)) {
                declared(clause, headers, publisher, bundled, permissions, problems, plugins);
            }
        }
        String version = PlainLine.of(headers.getOrDefault(Constants.BUNDLE_VERSION, "0"), LONGEST_NAME);
        return new PluginManifest(bundle, version.strip(), plugins, problems);
    }

    private static void declared(
            Clause clause,
            Map<String, String> headers,
            String publisher,
            boolean bundled,
            List<PermissionRequest> permissions,
            List<PluginProblem> problems,
            List<PluginManifest.Declared> plugins) {
        String bundle = symbolicName(headers);
        String id = clause.attribute(PLUGIN);
        String kind = clause.attribute("kind");
        if (id == null || kind == null) {
            problems.add(new PluginProblem(
                    bundle,
                    PLUGIN,
                    id == null
                            ? "The capability officina.plugin names no plug-in. Add officina.plugin=\"agent.files\", for example."
                            : "The capability officina.plugin names no kind. Add kind=\"agent\", for example."));
            return;
        }
        if (!PlainLine.is(kind, LONGEST_NAME) || id.length() > LONGEST_NAME) {
            problems.add(new PluginProblem(
                    bundle, id, "Id and kind must be plain text, of at most " + LONGEST_NAME + " characters each."));
            return;
        }
        PluginId plugin;
        try {
            plugin = new PluginId(id);
        } catch (IllegalArgumentException e) {
            problems.add(new PluginProblem(bundle, id, "Not the id of a plug-in; one looks like agent.task."));
            return;
        }
        if (plugin.equals(PluginId.USER) || plugin.equals(PluginId.OFFICINA)) {
            problems.add(new PluginProblem(bundle, id, "This id is reserved for the person and the product."));
            return;
        }
        if (plugins.stream()
                .anyMatch(other ->
                        other.info().id().equals(plugin) && other.info().kind().equals(kind))) {
            problems.add(new PluginProblem(bundle, id, "Declared twice with the kind " + kind + "."));
            return;
        }
        Timetable timetable = null;
        if (kind.equals(PluginInfo.BATCH)) {
            try {
                timetable = timetable(clause);
            } catch (IllegalArgumentException e) {
                problems.add(new PluginProblem(bundle, id, String.valueOf(e.getMessage())));
                return;
            }
        }
        String attribute = clause.attribute("version");
        String version = attribute == null ? headers.getOrDefault(Constants.BUNDLE_VERSION, "0") : attribute;
        PluginInfo info = new PluginInfo(
                plugin,
                kind,
                PlainLine.of(version, LONGEST_NAME),
                bundle,
                publisher,
                bundled,
                permissions,
                clause.list("runs.on"),
                timetable);
        plugins.add(new PluginManifest.Declared(info, clause.attribute("descriptor")));
    }

    /** When it works by itself; {@code null} for one that waits to be asked. */
    private static @Nullable Timetable timetable(Clause clause) {
        String schedule = clause.attribute("schedule");
        if (schedule == null) {
            return null;
        }
        String zone = clause.attribute("zone");
        return new Timetable(
                CronSchedule.parse(schedule),
                zone == null ? null : Timetable.zone(zone),
                Boolean.parseBoolean(clause.attribute("overlaps")));
    }

    private static String symbolicName(Map<String, String> headers) {
        String header = headers.getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "(no symbolic name)");
        int directives = header.indexOf(';');
        return PlainLine.of((directives < 0 ? header : header.substring(0, directives)).strip(), LONGEST_BUNDLE);
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.core.schedule.CronSchedule;
import officina.core.schedule.Timetable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ManifestReaderTests {

    private static final String AGENT = """
        officina.plugin; officina.plugin="agent.test"; kind="agent"; version:Version="1.2"; \
        runs.on:List<String>="worker, workbench"; descriptor="OSGI-INF/officina/agent.json\"\
        """;

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>(Map.of(
            "Bundle-SymbolicName", "test.bundle;singleton:=true",
            "Bundle-Version", "3.0.0",
            "Bundle-Localization", "l10n/texts",
            "Bundle-Vendor", " The testers",
            "Provide-Capability", AGENT));

    @Test
    void a_capability_says_what_a_plugin_is() {
        assertEquals(
                new PluginManifest(
                        "test.bundle",
                        "3.0.0",
                        List.of(new PluginManifest.Declared(
                                new PluginInfo(
                                        new PluginId("agent.test"),
                                        "agent",
                                        "1.2",
                                        "test.bundle",
                                        "The testers",
                                        true,
                                        List.of(),
                                        List.of("worker", "workbench")),
                                "OSGI-INF/officina/agent.json")),
                        List.of()),
                read());
    }

    private @Nullable Timetable timetable(String attributes) {
        headers.put(
                "Provide-Capability", "officina.plugin; officina.plugin=\"batch.test\"; kind=\"batch\"" + attributes);
        return read().plugins().getFirst().info().timetable();
    }

    @Test
    void a_batch_agent_says_when_it_works() {
        assertEquals(
                new Timetable(CronSchedule.parse("*/15 * * * *"), null, false),
                timetable("; schedule=\"*/15 * * * *\""));
        assertEquals(
                new Timetable(CronSchedule.parse("0 7 * * 1-5"), ZoneId.of("Europe/Rome"), true),
                timetable("; schedule=\"0 7 * * 1-5\"; zone=\"Europe/Rome\"; overlaps=\"true\""));
        assertNull(timetable(""));
    }

    @Test
    void a_schedule_that_is_none_is_a_fault_of_the_manifest() {
        for (String attributes :
                List.of("schedule=\"hourly\"", "schedule=\"0 0 31 2 *\"", "schedule=\"0 7 * * *\"; zone=\"Mars\"")) {
            headers.put(
                    "Provide-Capability",
                    "officina.plugin; officina.plugin=\"batch.test\"; kind=\"batch\"; " + attributes);
            PluginManifest manifest = read();
            assertEquals(List.of(), manifest.plugins());
            assertEquals(
                    List.of("batch.test"),
                    manifest.problems().stream().map(PluginProblem::subject).toList());
        }
    }

    @Test
    void a_jar_that_is_not_installed_reads_the_same() {
        Manifest manifest = new Manifest();
        headers.forEach((name, value) -> manifest.getMainAttributes().put(new Attributes.Name(name), value));

        assertEquals(read(), new ManifestReader(Locale.ENGLISH).read(manifest, true, path -> null));
    }

    @Test
    void a_bundle_without_the_capability_is_no_plugin() {
        headers.put("Provide-Capability", "osgi.service; objectClass=\"x.Y\"");

        assertEquals(new PluginManifest("test.bundle", "3.0.0", List.of(), List.of()), read());
    }

    @Test
    void the_version_of_the_bundle_stands_in_for_that_of_the_plugin() {
        headers.put("Provide-Capability", "officina.plugin; officina.plugin=\"tool.test\"; kind=\"tool\"");

        assertEquals(
                List.of("3.0.0"),
                read().plugins().stream().map(each -> each.info().version()).toList());
    }

    @Test
    void one_bundle_may_be_an_agent_and_its_tools_under_one_id() {
        headers.put(
                "Provide-Capability",
                AGENT + ", officina.plugin; officina.plugin=\"agent.test\"; kind=\"tool\"; version:Version=\"1.2\"");

        assertEquals(
                List.of("agent.test agent", "agent.test tool"),
                read().plugins().stream()
                        .map(each -> each.info().id() + " " + each.info().kind())
                        .toList());
    }

    @Test
    void each_resource_asked_for_is_a_request_of_its_own_with_the_reason() {
        require("""
            officina.permission; filter:="(officina.permission=store.write)"; \
            kinds:List<String>="todo,project"; reason="To keep them", \
            officina.permission; filter:="(officina.permission=notify)"; reason="To remind"; \
            resolution:=optional\
            """);

        assertEquals(
                List.of(
                        request(PermissionType.STORE_WRITE, "todo", "To keep them", false),
                        request(PermissionType.STORE_WRITE, "project", "To keep them", false),
                        request(PermissionType.NOTIFY, "*", "To remind", true)),
                permissions());
    }

    @Test
    void each_type_lists_its_resources_under_its_own_name() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("fs.read", "folders");
        attributes.put("net.connect", "hosts");
        attributes.put("proc.spawn", "programs");
        attributes.put("secret.use", "names");
        attributes.put("model.call", "models");
        attributes.put("mail.read", "accounts");
        attributes.put("calendar.read", "calendars");
        attributes.put("browser.history", "browsers");
        attributes.put("screen.capture", "screens");
        attributes.put("input.type", "applications");
        attributes.put("store.read", "kinds");
        attributes.put("index.write", "collections");
        attributes.forEach((type, attribute) -> {
            require("officina.permission; filter:=\"(officina.permission=" + type + ")\"; " + attribute
                    + ":List<String>=\"*\"; reason=\"why\"");
            assertEquals(List.of(request(PermissionType.parse(type), "*", "why", false)), permissions(), type);
        });
    }

    @Test
    void a_comma_inside_a_resource_is_written_with_a_backslash() {
        require("officina.permission; filter:=\"(officina.permission=fs.read)\"; "
                + "folders:List<String>=\"/a\\,b,/c\"; reason=\"why\"");

        assertEquals(
                List.of("/a,b", "/c"),
                permissions().stream().map(each -> each.permission().resource()).toList());
    }

    @Test
    void a_reason_is_read_in_the_language_of_the_person() {
        files.put("l10n/texts.properties", "why=To list what is due\nelse=Otherwise");
        files.put("l10n/texts_it.properties", "why=Per elencare le scadenze è\u200c");
        require("officina.permission; filter:=\"(officina.permission=notify)\"; reason=\"%why\", "
                + "officina.permission; filter:=\"(officina.permission=notify)\"; reason=\"%else\"");

        assertEquals(
                List.of("Per elencare le scadenze è\u200c", "Otherwise"),
                read(Locale.ITALY).plugins().getFirst().info().permissions().stream()
                        .map(PermissionRequest::reason)
                        .toList());
    }

    @Test
    void requests_that_cannot_be_understood_are_not_made_and_named() {
        require("""
            officina.permission; filter:="(officina.permission=store.burn)"; reason="why", \
            officina.permission; filter:="(|(officina.permission=notify)(a=b))"; reason="why", \
            officina.permission; filter:="(officina.permission=store.read)"; reason="why", \
            officina.permission; filter:="(officina.permission=notify)", \
            officina.permission; filter:="(officina.permission=notify)"; reason="%gone\"\
            """);

        assertEquals(List.of(), permissions());
        assertEquals(
                List.of(
                        problem(
                                "store.burn",
                                "There is no such permission in this version of Officina. Those there are: "
                                        + Arrays.stream(PermissionType.values())
                                                .map(PermissionType::wireName)
                                                .collect(Collectors.joining(", "))
                                        + "."),
                        problem(
                                "(|(officina.permission=notify)(a=b))",
                                "A permission is asked for with a filter like (officina.permission=store.read)."),
                        problem(
                                "store.read",
                                "The request does not say for what: it needs the attribute kinds:List<String>."),
                        problem(
                                "notify",
                                "The request gives no reason. Say in the attribute reason, for the person, why it is needed."),
                        problem(
                                "notify",
                                "The text of the reason is missing: %gone. Add it to the bundle's localization.")),
                read().problems());
    }

    @Test
    void a_filter_of_another_form_asks_for_nothing_however_long_it_is() {
        String long1 = "(officina.permission=" + " ".repeat(100_000) + "store.read";
        String long2 = "(officina.permission=" + "a".repeat(100_000) + ")";
        require("officina.permission; filter:=\"" + long1 + "\"; reason=\"why\", officina.permission; filter:=\""
                + long2 + "\"; reason=\"why\"");

        String form = "A permission is asked for with a filter like (officina.permission=store.read).";
        assertEquals(List.of(), permissions());
        assertEquals(
                List.of(
                        problem(long1.substring(0, 99) + "\u2026", form),
                        problem(long2.substring(0, 99) + "\u2026", form)),
                read().problems());
    }

    @Test
    void an_id_of_many_parts_is_too_long() {
        String id = "a" + ".a".repeat(100_000);
        headers.put("Provide-Capability", "officina.plugin; officina.plugin=\"" + id + "\"; kind=\"agent\"");

        assertEquals(
                new PluginManifest(
                        "test.bundle",
                        "3.0.0",
                        List.of(),
                        List.of(problem(
                                id.substring(0, 99) + "\u2026",
                                "Id and kind must be plain text, of at most 100 characters each."))),
                read());
    }

    @Test
    void nothing_a_person_reads_turns_or_hides_what_stands_around_it() {
        for (String letter : List.of("\u202e", "\u200e", "\u200f", "\u061c", "\u2066", "\u200b", "\u2028", "\u0007")) {
            headers.put("Bundle-Vendor", "The" + letter + "testers");
            headers.put(
                    "Provide-Capability",
                    AGENT + ", officina.plugin; officina.plugin=\"tool.b\"; kind=\"to" + letter + "ol\"");
            require("""
                officina.permission; filter:="(officina.permission=proc.spawn)"; programs:List<String>="a-b,l-s"; \
                reason="why", \
                officina.permission; filter:="(officina.permission=fs.read)"; folders:List<String>="/a-b"; reason="why", \
                officina.permission; filter:="(officina.permission=mail.read)"; accounts:List<String>="me"; reason="w-y"\
                """.replace("a-b", "a" + letter + "b").replace("w-y", "w" + letter + "y"));

            assertEquals("", read().plugins().getFirst().info().publisher());
            assertEquals(List.of(request(PermissionType.PROC_SPAWN, "l-s", "why", false)), permissions());
            assertEquals(
                    List.of(
                            problem("proc.spawn", "\"a\ufffdb\" is no plain text of at most 500 characters."),
                            problem("fs.read", "\"/a\ufffdb\" is no plain text of at most 500 characters."),
                            problem(
                                    "mail.read",
                                    "The reason must be one line of plain text, of at most 500 characters."),
                            problem("tool.b", "Id and kind must be plain text, of at most 100 characters each.")),
                    read().problems());
        }
    }

    @Test
    void a_resource_longer_than_anybody_reads_is_not_asked_for() {
        require("officina.permission; filter:=\"(officina.permission=secret.use)\"; names:List<String>=\""
                + "a".repeat(501) + "," + "b".repeat(500) + "\"; reason=\"why\"");

        assertEquals(List.of(request(PermissionType.SECRET_USE, "b".repeat(500), "why", false)), permissions());
        assertEquals(
                List.of(problem(
                        "secret.use", "\"" + "a".repeat(99) + "\u2026\" is no plain text of at most 500 characters.")),
                read().problems());
    }

    @Test
    void capabilities_that_cannot_be_understood_are_named() {
        headers.put("Provide-Capability", """
            officina.plugin; kind="agent", officina.plugin; officina.plugin="agent.a", \
            officina.plugin; officina.plugin="Agent A"; kind="agent", \
            officina.plugin; officina.plugin="officina"; kind="agent", \
            officina.plugin; officina.plugin="agent.b"; kind="agent", \
            officina.plugin; officina.plugin="agent.b"; kind="agent\"\
            """);

        PluginManifest manifest = read();

        assertEquals(1, manifest.plugins().size());
        assertEquals(
                List.of(
                        problem(
                                "officina.plugin",
                                "The capability officina.plugin names no plug-in. Add officina.plugin=\"agent.files\", for example."),
                        problem(
                                "officina.plugin",
                                "The capability officina.plugin names no kind. Add kind=\"agent\", for example."),
                        problem("Agent A", "Not the id of a plug-in; one looks like agent.task."),
                        problem("officina", "This id is reserved for the person and the product."),
                        problem("agent.b", "Declared twice with the kind agent.")),
                manifest.problems());
    }

    @Test
    void a_resource_that_names_nothing_is_not_asked_for() {
        require("""
            officina.permission; filter:="(officina.permission=net.connect)"; \
            hosts:List<String>="example.org:443,[::1]:80,*,*:443,*.example.org:443,example.org,example.org:0"; \
            reason="Talk", \
            officina.permission; filter:="(officina.permission=fs.read)"; \
            folders:List<String>="/home/me,*,notes,/home/../etc"; reason="Read", \
            officina.permission; filter:="(officina.permission=store.write)"; kinds:List<String>="todo,grant"; reason="Write"
            """);
        assertEquals(
                List.of(
                        "net.connect example.org:443",
                        "net.connect [::1]:80",
                        "net.connect *",
                        "fs.read /home/me",
                        "fs.read *",
                        "store.write todo"),
                permissions().stream().map(each -> each.permission().toString()).toList());
        assertEquals(
                List.of(
                        noHost("*:443"),
                        noHost("*.example.org:443"),
                        noHost("example.org"),
                        noHost("example.org:0"),
                        problem(
                                "fs.read",
                                "\"notes\" is no whole path of a folder; * stands for those the person chooses."),
                        problem(
                                "fs.read",
                                "\"/home/../etc\" is no whole path of a folder; * stands for those the person chooses."),
                        problem("store.write", "\"grant\" is granted to no plug-in.")),
                read().problems());
    }

    @Test
    void what_the_permissions_allow_together_is_told() {
        require("""
            officina.permission; filter:="(officina.permission=net.connect)"; hosts:List<String>="*"; reason="Talk", \
            officina.permission; filter:="(officina.permission=mail.read)"; accounts:List<String>="*"; reason="Read"
            """);
        assertEquals(List.of(PluginRisk.SENDS_PRIVATE_DATA), read().risks());
    }

    @Test
    void a_header_that_cannot_be_read_is_a_problem_and_no_exception() {
        headers.put("Provide-Capability", "officina.plugin; ;;= \"");

        PluginManifest manifest = read();

        assertEquals(List.of(), manifest.plugins());
        assertEquals(
                List.of("Provide-Capability"),
                manifest.problems().stream().map(PluginProblem::subject).toList());
    }

    private void require(String clauses) {
        headers.put("Require-Capability", clauses);
    }

    private List<PermissionRequest> permissions() {
        return read().plugins().getFirst().info().permissions();
    }

    private PluginManifest read() {
        return read(Locale.ENGLISH);
    }

    private PluginManifest read(Locale locale) {
        PluginFiles source = path -> {
            String text = files.get(path);
            return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        };
        return new ManifestReader(locale).read(headers, true, source);
    }

    private static PermissionRequest request(PermissionType type, String resource, String reason, boolean optional) {
        return new PermissionRequest(new Permission(type, resource), reason, optional);
    }

    private static PluginProblem noHost(String resource) {
        return problem("net.connect", "\"" + resource + "\" is no host and port; one looks like example.org:443.");
    }

    private static PluginProblem problem(String subject, String text) {
        return new PluginProblem("test.bundle", subject, text);
    }
}

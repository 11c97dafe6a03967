// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.engine.InstallConsent;
import officina.engine.PublisherItem;
import officina.testkit.plugin.SampleJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may install what, and in whose place. */
class SignaturesTests extends InstalledPluginsTestCase {

    private final PublisherFiles files = new PublisherFiles();
    private Path own;
    private Path other;
    private String key;
    private String otherKey;

    @BeforeEach
    void keys() {
        own = temp.resolve("own.pem");
        other = temp.resolve("other.pem");
        key = files.makeKey(own);
        otherKey = files.makeKey(other);
    }

    private Path signed(SampleJar what, Path... keys) throws IOException {
        Path made = what.in(temp);
        files.sign(made, List.of(keys));
        return made;
    }

    private void installs(Path file) {
        plugins.install(file, null, Set.of());
    }

    private String refused(Path file, InstallConsent... consents) {
        return code(() -> plugins.install(file, null, Set.of(consents)));
    }

    @Test
    void what_a_trusted_publisher_signed_is_installed() throws Exception {
        publishers.trust(key, "The Example Company");
        installs(signed(new SampleJar(), own));
        assertEquals(
                List.of(key),
                records().getFirst().current().keys().stream()
                        .map(Object::toString)
                        .toList());
    }

    @Test
    void who_looks_at_a_file_learns_what_it_would_be_and_nothing_is_kept() throws Exception {
        Path file = signed(new SampleJar(), own);
        InstalledPlugins.Examined found = plugins.examine(file);
        assertEquals("sample", found.manifest().bundle());
        assertEquals(key, found.keys().getFirst().text());
        assertEquals("", found.there());
        assertEquals(List.of(), records());
        assertEquals(
                List.of(),
                plugins.examine(new SampleJar().in(Files.createDirectory(temp.resolve("plain"))))
                        .keys());
        publishers.trust(key, "The Example Company");
        installs(file);
        assertEquals("1.0.0", plugins.examine(file).there());
        Files.write(file, new byte[1], StandardOpenOption.APPEND);
        assertEquals("plugin.signature", code(() -> plugins.examine(file)));
    }

    @Test
    void what_somebody_looked_at_is_what_is_installed() throws Exception {
        publishers.trust(key, "The Example Company");
        publishers.trust(otherKey, "Another");
        Path file = signed(new SampleJar(), own);
        byte[] looked = Files.readAllBytes(file);
        String shown = plugins.examine(file).digest();

        signed(new SampleJar().alsoNotifying(), own);
        assertEquals("plugin.changed", code(() -> plugins.install(file, shown, Set.of())));
        Files.write(file, looked);
        files.sign(file, List.of(other));
        assertEquals("plugin.changed", code(() -> plugins.install(file, shown, Set.of())));
        assertEquals(List.of(), records());

        files.sign(file, List.of(own));
        plugins.install(file, shown, Set.of());
        assertEquals("1.0.0", records().getFirst().current().version());
        try (Stream<Path> left = Files.list(temp.resolve("data/plugins"))) {
            assertEquals(1, left.count(), "only the copy");
        }
    }

    @Test
    void an_unknown_key_is_refused_with_the_command_that_would_trust_it() throws Exception {
        Path file = signed(new SampleJar(), own);
        FailureException refused = assertThrows(FailureException.class, () -> installs(file));
        assertEquals("plugin.untrusted-key", refused.failure().code());
        assertTrue(refused.failure().message().contains(key));
        assertTrue(String.valueOf(refused.failure().remedy()).endsWith("officina plugins keys trust " + key + " NAME"));
        assertEquals(List.of(), records());
        publishers.trust(key, "The Example Company");
        installs(file);
    }

    @Test
    void what_waits_does_not_begin_when_its_key_is_forgotten_meanwhile() throws Exception {
        publishers.trust(key, "The Example Company");
        installs(signed(new SampleJar(), own));
        allow(new RecordId(new UUID(1, 1)), PermissionType.STORE_READ);
        allow(new RecordId(new UUID(1, 2)), PermissionType.STORE_WRITE);
        installs(signed(new SampleJar().version("1.1.0").alsoNotifying(), own));
        publishers.forget(key);
        allow(new RecordId(new UUID(1, 3)), PermissionType.NOTIFY, Permission.ANY, GrantScope.ALWAYS);
        // changes are followed one after the other: when this one was, so was the one before
        takeBack(new RecordId(new UUID(1, 1)));
        while (registry.only().missing() == null) {
            Thread.onSpinWait();
        }
        assertEquals("1.0.0", records().getFirst().current().version());
        publishers.trust(key, "The Example Company");
        allow(new RecordId(new UUID(1, 4)), PermissionType.STORE_READ);
        while (!records().getFirst().current().version().equals("1.1.0")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_key_that_is_forgotten_installs_nothing_more() throws Exception {
        publishers.trust(key, "A");
        publishers.trust(key, "The Example Company");
        installs(signed(new SampleJar(), own));
        assertEquals(
                List.of("The Example Company"),
                publishers.list().stream().map(PublisherItem::name).toList());
        publishers.forget(key);
        assertEquals("plugin.untrusted-key", refused(signed(new SampleJar().version("1.1.0"), own)));
        assertEquals(1, records().size(), "what was installed stays");
        assertEquals("plugin.key-unknown", code(() -> publishers.forget(key)));
        assertEquals("plugin.key", code(() -> publishers.trust("ssh-rsa AAAA", "x")));
        assertEquals("plugin.key", code(() -> publishers.trust(key, " ")));
    }

    @Test
    void without_a_signature_nothing_is_installed_but_what_is_said_to_be_so() throws Exception {
        assertEquals("plugin.unsigned", refused(jar));
        installs(jar, InstallConsent.UNSIGNED);
        assertEquals(List.of(), records().getFirst().current().keys());
        Path signed = signed(new SampleJar(), own);
        assertEquals("plugin.signed", refused(signed, InstallConsent.UNSIGNED), "it is no way around a check");
    }

    private void installs(Path file, InstallConsent consent) {
        plugins.install(file, null, Set.of(consent));
    }

    @Test
    void a_signature_is_good_for_one_file_to_the_last_byte() throws Exception {
        publishers.trust(key, "The Example Company");
        Path file = signed(new SampleJar(), own);
        Files.writeString(file, "x", StandardOpenOption.APPEND);
        assertEquals("plugin.signature", refused(file));

        Path signature = signed(new SampleJar().version("1.1.0"), own);
        Path moved = Files.move(
                Provenance.signatureOf(signature), temp.resolve("kept.sig"), StandardCopyOption.REPLACE_EXISTING);
        Path newer = new SampleJar().version("1.2.0").in(temp);
        Files.move(moved, Provenance.signatureOf(newer));
        assertEquals("plugin.signature", refused(newer));
        Files.write(Provenance.signatureOf(newer), new byte[] {1, 2, 3});
        assertEquals("plugin.signature", refused(newer));
        assertEquals(List.of(), records());
    }

    @Test
    void nobody_else_takes_the_place_of_what_is_installed_though_trusted() throws Exception {
        publishers.trust(key, "The Example Company");
        publishers.trust(otherKey, "Another");
        installs(signed(new SampleJar(), own));
        allow(READ, PermissionType.STORE_READ);
        Path foreign = signed(new SampleJar().version("2.0.0"), other);
        assertEquals("plugin.other-publisher", refused(foreign));
        Files.delete(Provenance.signatureOf(foreign));
        assertEquals("plugin.other-publisher", refused(foreign, InstallConsent.UNSIGNED));
        assertEquals(1, grants.all().size());

        plugins.remove(SAMPLE);
        installs(signed(new SampleJar().version("2.0.0"), other));
        assertEquals(List.of(), grants.all());
    }

    @Test
    void a_publisher_comes_to_another_key_by_signing_with_both() throws Exception {
        publishers.trust(key, "The Example Company");
        installs(signed(new SampleJar(), own));
        installs(signed(new SampleJar().version("1.1.0"), own, other));
        Path later = signed(new SampleJar().version("1.2.0"), other);
        assertEquals("plugin.untrusted-key", refused(later), "to be followed is not to be trusted");
        publishers.trust(otherKey, "The Example Company");
        publishers.forget(key);
        installs(later);
        assertEquals("1.2.0", records().getFirst().current().version());
    }

    @Test
    void an_older_version_is_refused_unless_it_is_asked_for() throws Exception {
        publishers.trust(key, "The Example Company");
        installs(signed(new SampleJar().version("1.10.0"), own));
        Path older = signed(new SampleJar().version("1.9.0"), own);
        assertEquals("plugin.older", refused(older));
        installs(older, InstallConsent.OLDER);
        assertEquals("1.10.0", records().getFirst().highest());
        assertEquals("plugin.older", refused(signed(new SampleJar().version("1.9.5"), own)));
    }

    @Test
    void a_bundle_named_as_those_of_officina_needs_their_key() throws Exception {
        publishers.trust(key, "The Example Company");
        assertEquals("plugin.taken", refused(signed(new SampleJar().named("officina.extra"), own)));
    }

    @Test
    void a_key_file_is_for_its_owner_alone_and_is_never_overwritten() throws Exception {
        assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(own));
        assertEquals("publish.file", code(() -> files.makeKey(own)));
        assertEquals("publish.file", code(() -> files.sign(jar, List.of(temp.resolve("none.pem")))));
        String mixed = Files.readString(own).replaceAll("(?s)-----BEGIN PUBLIC.*", "")
                + Files.readString(other).replaceAll("(?s).*(?=-----BEGIN PUBLIC)", "");
        Path wrong = Files.writeString(temp.resolve("mixed.pem"), mixed);
        assertEquals("publish.key", code(() -> files.sign(jar, List.of(wrong))));
        assertEquals("publish.key", code(() -> files.sign(jar, List.of(own, own))));
        assertEquals("publish.key", code(() -> files.sign(jar, List.of())));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void a_pipe_in_the_place_of_a_signature_keeps_nobody_waiting() throws Exception {
        Path pipe = Provenance.signatureOf(jar);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor(), "mkfifo");
        assertEquals("plugin.file", refused(jar));
        assertEquals("plugin.file", code(() -> plugins.examine(jar)));
    }
}

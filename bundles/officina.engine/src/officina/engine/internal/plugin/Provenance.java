// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.PluginCatalog.Offer;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.SignedStatement;
import officina.core.plugin.SignedStatement.Subject;
import officina.engine.InstallConsent;
import org.jspecify.annotations.Nullable;

/** Where a bundle comes from, and whether that will do. */
final class Provenance {

    private Provenance() {}

    /** The file with the signature of a bundle. */
    static Path signatureOf(Path bundle) {
        return bundle.resolveSibling(bundle.getFileName() + SignedStatement.SUFFIX);
    }

    /**
     * Reads what was signed of the bundle; {@code null} for one that has no signature and may be without.
     * {@code plugin.unsigned}, {@code plugin.signature}.
     */
    static @Nullable SignedStatement read(Path bundle, Set<InstallConsent> consents) {
        Path file = signatureOf(bundle);
        boolean without = consents.contains(InstallConsent.UNSIGNED);
        if (!Files.exists(file)) {
            if (without) {
                return null;
            }
            throw refused(
                    "plugin.unsigned",
                    "The bundle is not signed: there is no file \"" + file.getFileName() + "\" beside it.",
                    "Get that file from its publisher. One that you made yourself: officina plugins install --unsigned "
                            + bundle);
        }
        if (without) {
            // who is talked into leaving out a check is not helped by doing it
            throw wrong(
                    "plugin.signed",
                    "The bundle has a signature, which is looked at.",
                    "Install it without --unsigned.");
        }
        if (!Files.isRegularFile(file)) {
            // whoever opens a pipe waits for as long as nobody writes into it
            throw unreadable(file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return SignedStatement.read(in.readNBytes(SignedStatement.LARGEST + 1));
        } catch (IOException e) {
            throw unreadable(file);
        }
    }

    /** The same where nothing is installed yet; {@code null} where there is no signature. {@code plugin.signature}. */
    static @Nullable SignedStatement look(Path bundle, PluginFolder.Taken file, PluginManifest manifest) {
        if (!Files.exists(signatureOf(bundle))) {
            return null;
        }
        SignedStatement said = read(bundle, Set.of());
        if (said != null) {
            requireAbout(said, new Digests.Found(file.size(), file.sha256()), manifest);
        }
        return said;
    }

    /**
     * What was signed is that file, and somebody who signed it is trusted. {@code plugin.signature},
     * {@code plugin.untrusted-key}.
     */
    static void require(SignedStatement said, PluginFolder.Taken file, PluginManifest manifest, Publishers publishers) {
        requireAbout(said, new Digests.Found(file.size(), file.sha256()), manifest);
        requireTrusted("bundle", said, publishers);
    }

    /** What was signed is that bundle. {@code plugin.signature}. */
    static void requireAbout(SignedStatement said, Digests.Found file, PluginManifest manifest) {
        if (said.subject() != Subject.BUNDLE
                || !said.isOf(file.size(), file.sha256())
                || !said.name().equals(manifest.bundle())
                || !said.version().equals(manifest.version())) {
            throw anotherFile();
        }
    }

    /** Whether what was signed is what the catalogue offers. */
    static boolean isAbout(SignedStatement said, Offer offered) {
        return said.subject() == Subject.BUNDLE
                && said.isOf(offered.size(), offered.sha256())
                && said.name().equals(offered.bundle())
                && said.version().equals(offered.version());
    }

    /** It is what the catalogue says. {@code plugin.signature}. */
    static void requireOffered(Offer offered, PluginFolder.Taken file, PluginManifest manifest) {
        if (offered.size() != file.size()
                || !offered.sha256().equals(file.sha256())
                || !offered.bundle().equals(manifest.bundle())
                || !offered.version().equals(manifest.version())) {
            throw anotherFile();
        }
    }

    static FailureException anotherFile() {
        return refused(
                "plugin.signature",
                "The signature belongs to another file: one of the two was changed.",
                "Get both files again from the publisher; do not install it before that.");
    }

    /** @param what is signed */
    static void requireTrusted(String what, SignedStatement said, Publishers publishers) {
        if (said.keys().stream().noneMatch(publishers::trusts)) {
            String key = said.keys().getFirst().text();
            throw refused(
                    "plugin.untrusted-key",
                    "The " + what + " is signed with the key " + key + ", which you do not trust.",
                    "If that is what its publisher says that the key is: officina plugins keys trust " + key + " NAME");
        }
    }

    /**
     * Whether who signed a bundle is who signed the one that is there. Officina's own keys are one publisher's, for what is
     * called as a part of Officina.
     */
    static boolean isSuccessor(
            String bundle, List<PublisherKey> keys, List<PublisherKey> known, Publishers publishers) {
        return keys.stream()
                .anyMatch(each -> known.contains(each) || (InstallRules.isOfficial(bundle) && publishers.isOwn(each)));
    }

    /**
     * It may take the place of that one, and with it what was granted to that one. {@code plugin.other-publisher},
     * {@code plugin.older}.
     */
    static void requireSuccessor(
            PluginManifest manifest,
            List<PublisherKey> keys,
            InstalledBundle before,
            Set<InstallConsent> consents,
            Publishers publishers) {
        List<PublisherKey> known = before.current().keys();
        if (!known.isEmpty() && !isSuccessor(manifest.bundle(), keys, known, publishers)) {
            throw refused(
                    "plugin.other-publisher",
                    "The bundle " + manifest.bundle()
                            + " that is installed is signed by somebody else, and what it was granted is not for this one.",
                    "Remove that one first: officina plugins remove "
                            + before.current().plugins().getFirst().plugin());
        }
        boolean older = InstallRules.version(manifest.version()).compareTo(InstallRules.version(before.highest())) < 0;
        if (older && !consents.contains(InstallConsent.OLDER)) {
            throw refused(
                    "plugin.older",
                    "The version " + manifest.version() + " is older than " + before.highest()
                            + ", which was installed already, and may have defects that are mended there.",
                    "If you want it all the same: officina plugins install --downgrade");
        }
    }

    private static FailureException unreadable(Path file) {
        return wrong(
                "plugin.file", "\"" + file + "\" cannot be read.", "Look whether the disk is there, and whose it is.");
    }

    private static FailureException refused(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.PERMISSION, message, remedy));
    }

    private static FailureException wrong(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}

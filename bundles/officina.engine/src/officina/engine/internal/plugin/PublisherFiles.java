// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.DurableFiles;
import officina.core.plugin.PluginJar;
import officina.core.plugin.PluginManifest;
import officina.core.plugin.PublisherKey;
import officina.core.plugin.SignedStatement;
import officina.core.plugin.SignedStatement.Subject;
import officina.engine.Publishing;

/** Signs files with keys from files: both halves of a pair in PEM, as other tools write and read them. */
public final class PublisherFiles implements Publishing {

    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";
    private static final int LARGEST_KEY = 16 << 10;

    @Override
    public String makeKey(Path file) {
        KeyPair made;
        try {
            made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
        String text = pem(PRIVATE, made.getPrivate().getEncoded())
                + pem(PUBLIC, made.getPublic().getEncoded());
        try {
            DurableFiles.create(file, text.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException e) {
            throw file(file, "is there already.", "Choose another name; a key that is lost cannot be made again.");
        } catch (IOException e) {
            throw file(file, "could not be written.", "Look whether the folder is there, and whose it is.");
        }
        return PublisherKey.of(made.getPublic()).text();
    }

    @Override
    public Path sign(Path bundle, List<Path> keys) {
        PluginManifest manifest = PluginJar.read(bundle, Locale.getDefault());
        InstallRules.requireFit(manifest);
        return sign(Subject.BUNDLE, manifest.bundle(), manifest.version(), bundle, keys);
    }

    @Override
    public Path catalog(Path folder, String name, List<Path> keys) {
        return new CatalogMaker(this, folder, keys).make(name);
    }

    /** Signs any file, as what it is said to be. */
    Path sign(Subject subject, String name, String version, Path file, List<Path> keys) {
        List<KeyPair> pairs = keys.stream().map(PublisherFiles::pair).toList();
        Path made = Provenance.signatureOf(file);
        try {
            Digests.Found found = Digests.of(file);
            DurableFiles.replace(
                    made, SignedStatement.sign(subject, name, version, found.size(), found.sha256(), pairs));
            return made;
        } catch (IOException e) {
            throw file(made, "could not be written.", "Look whether the disk is full, and whose the folder is.");
        } catch (IllegalArgumentException e) {
            throw failure(
                    "publish.key",
                    "A file is signed with one to four different keys, under a plain name.",
                    "Name each file with a key once.");
        }
    }

    private static KeyPair pair(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(LARGEST_KEY), StandardCharsets.US_ASCII);
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            PublicKey shown = factory.generatePublic(new X509EncodedKeySpec(content(text, PUBLIC)));
            KeyPair pair = new KeyPair(shown, factory.generatePrivate(new PKCS8EncodedKeySpec(content(text, PRIVATE))));
            // fails where the halves belong to two pairs
            SignedStatement.read(SignedStatement.sign(Subject.BUNDLE, "try", "1", 1, "0".repeat(64), List.of(pair)));
            return pair;
        } catch (IOException e) {
            throw file(file, "cannot be read.", "Name the file that \"officina plugins keys make\" made.");
        } catch (GeneralSecurityException | IllegalArgumentException | FailureException e) {
            // what the cause says may quote the key
            throw failure(
                    "publish.key",
                    "\"" + file + "\" holds no pair of keys (Ed25519).",
                    "Name the file that \"officina plugins keys make\" made.");
        }
    }

    private static String pem(String what, byte[] content) {
        String line = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + line + "\n-----END " + what + "-----\n";
    }

    private static byte[] content(String text, String what) {
        Matcher found = Pattern.compile("-----BEGIN " + what + "-----([^-]*)-----END " + what + "-----")
                .matcher(text);
        if (!found.find()) {
            throw new IllegalArgumentException("no " + what);
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }

    static FailureException file(Path file, String what, String remedy) {
        return failure("publish.file", "\"" + file + "\" " + what, remedy);
    }

    private static FailureException failure(String code, String message, String remedy) {
        return new FailureException(Failure.of(code, ErrorKind.USER, message, remedy));
    }
}

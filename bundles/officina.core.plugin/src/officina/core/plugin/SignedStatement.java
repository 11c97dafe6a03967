// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;

/**
 * What publishers say of a file, in another file beside it that they signed, all of them: which file it is, to the last
 * byte, and what it is meant to be. A value of this type was signed by each of its keys; whether anybody trusts them is
 * another question.
 *
 * <p>The file has one line for each part, in the order of {@link #text()}, and behind those one line for each key with its
 * signature of all lines before the first of these. Nothing else may stand in it.
 *
 * @param name of the bundle, or of the catalogue
 * @param version of the bundle; of a catalogue a number that grows
 * @param sha256 of the file, in hexadecimal digits
 * @param keys who signed it; at least one. Several make the way from one key to the next
 */
public record SignedStatement(
        Subject subject, String name, String version, long size, String sha256, List<PublisherKey> keys) {

    /** What is behind the name of a file where it names what is said of it. */
    public static final String SUFFIX = ".sig";

    /** No such file is longer. */
    public static final int LARGEST = 4_096;

    private static final String FIRST = "officina-signature 1";
    private static final String SIGNATURE = "signature ";
    private static final int MOST_KEYS = 4;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,200}");
    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** What kind of file it is about, so that none can be passed off as another. */
    public enum Subject {
        BUNDLE,
        CATALOG;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public SignedStatement {
        keys = List.copyOf(keys);
        if (!NAME.matcher(name).matches()
                || !NAME.matcher(version).matches()
                || size < 1
                || !DIGEST.matcher(sha256).matches()
                || keys.isEmpty()
                || keys.size() > MOST_KEYS
                || new HashSet<>(keys).size() < keys.size()) {
            throw new IllegalArgumentException("no statement about a file");
        }
    }

    /** Whether it is about that file. */
    public boolean isOf(long length, String digest) {
        return size == length && sha256.equals(digest);
    }

    /**
     * Reads the file of a statement and verifies each signature; {@code plugin.signature} where it is no such file or one
     * of them is not valid.
     */
    public static SignedStatement read(byte[] file) {
        if (file.length > LARGEST) {
            throw invalid();
        }
        try {
            return read(new String(file, StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static SignedStatement read(String text) {
        int end = text.indexOf("\n" + SIGNATURE) + 1;
        if (end == 0 || !text.endsWith("\n")) {
            throw invalid();
        }
        List<String> lines = text.substring(0, end).lines().toList();
        if (lines.size() < 7 || !lines.getFirst().equals(FIRST)) {
            throw invalid();
        }
        String size = after("size ", lines.get(4));
        if (!SIZE.matcher(size).matches()) {
            throw invalid();
        }
        SignedStatement said = new SignedStatement(
                Subject.valueOf(after("subject ", lines.get(1)).toUpperCase(Locale.ROOT)),
                after("name ", lines.get(2)),
                after("version ", lines.get(3)),
                Long.parseLong(size),
                after("sha256 ", lines.get(5)),
                lines.subList(6, lines.size()).stream()
                        .map(each -> new PublisherKey(after("key ", each)))
                        .toList());
        List<String> signatures = text.substring(end).lines().toList();
        // what was read says the same again, or it was another text
        if (signatures.size() != said.keys.size() || !said.text().equals(text.substring(0, end))) {
            throw invalid();
        }
        byte[] message = said.text().getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < signatures.size(); i++) {
            String written = after(SIGNATURE, signatures.get(i));
            byte[] signature = Base64.getDecoder().decode(written);
            // one signature has one text
            if (!Base64.getEncoder().encodeToString(signature).equals(written)
                    || !said.keys.get(i).signed(message, signature)) {
                throw invalid();
            }
        }
        return said;
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw invalid();
        }
        return line.substring(word.length());
    }

    /** What is signed. */
    String text() {
        StringBuilder text = new StringBuilder(FIRST + "\n");
        text.append("subject ").append(subject.word()).append('\n');
        text.append("name ").append(name).append('\n');
        text.append("version ").append(version).append('\n');
        text.append("size ").append(size).append('\n');
        text.append("sha256 ").append(sha256).append('\n');
        keys.forEach(each -> text.append("key ").append(each).append('\n'));
        return text.toString();
    }

    /** The file of a statement, signed with all of these. */
    public static byte[] sign(
            Subject subject, String name, String version, long size, String sha256, List<KeyPair> pairs) {
        SignedStatement said = new SignedStatement(
                subject,
                name,
                version,
                size,
                sha256,
                pairs.stream().map(each -> PublisherKey.of(each.getPublic())).toList());
        String text = said.text();
        List<String> signatures = new ArrayList<>();
        for (KeyPair each : pairs) {
            try {
                Signature signer = Signature.getInstance("Ed25519");
                signer.initSign(each.getPrivate());
                signer.update(text.getBytes(StandardCharsets.US_ASCII));
                signatures.add(SIGNATURE + Base64.getEncoder().encodeToString(signer.sign()) + "\n");
            } catch (GeneralSecurityException e) {
                throw new IllegalArgumentException("a key that cannot sign", e);
            }
        }
        return (text + String.join("", signatures)).getBytes(StandardCharsets.US_ASCII);
    }

    private static FailureException invalid() {
        return new FailureException(Failure.of(
                "plugin.signature",
                ErrorKind.PERMISSION,
                "The signature is none, is damaged, or was not made with the keys that it names.",
                "Get both files again from the publisher; do not install it before that."));
    }
}

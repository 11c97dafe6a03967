// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;
import officina.api.id.RecordId;
import officina.base.Uuids;

/**
 * The public key of a publisher (Ed25519), as people compare and copy it: {@code ed25519:} and 43 letters, which are the
 * whole key and no digest of it.
 */
public record PublisherKey(String text) {

    private static final String ALGORITHM = "Ed25519";
    private static final String PREFIX = "ed25519:";
    private static final int LENGTH = 32;
    private static final Pattern FORM = Pattern.compile("ed25519:[A-Za-z0-9_-]{43}");

    /** What stands before the key itself where it is encoded as others are (RFC 8410). */
    private static final byte[] ENVELOPE = HexFormat.of().parseHex("302a300506032b6570032100");

    public PublisherKey {
        // one key has one text: the last letter holds bits that count for nothing
        if (!FORM.matcher(text).matches() || !of(raw(text)).equals(text)) {
            throw new IllegalArgumentException("no key of a publisher");
        }
    }

    /** {@link IllegalArgumentException} where it is a key of another kind. */
    public static PublisherKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != ENVELOPE.length + LENGTH
                || !Arrays.equals(encoded, 0, ENVELOPE.length, ENVELOPE, 0, ENVELOPE.length)) {
            throw new IllegalArgumentException("a key of another kind");
        }
        return new PublisherKey(of(Arrays.copyOfRange(encoded, ENVELOPE.length, encoded.length)));
    }

    /** Whether that is this key's signature of it. */
    public boolean signed(byte[] message, byte[] signature) {
        try {
            byte[] raw = raw(text);
            byte[] encoded = Arrays.copyOf(ENVELOPE, ENVELOPE.length + LENGTH);
            System.arraycopy(raw, 0, encoded, ENVELOPE.length, LENGTH);
            Signature verifier = Signature.getInstance(ALGORITHM);
            verifier.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException e) {
            // no point of the curve, or no signature at all
            return false;
        }
    }

    /** The record of that key, if it has one. */
    public RecordId record() {
        return new RecordId(Uuids.derived("publisher-key", text));
    }

    private static String of(byte[] raw) {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    }

    private static byte[] raw(String text) {
        return Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
    }

    @Override
    public String toString() {
        return text;
    }
}

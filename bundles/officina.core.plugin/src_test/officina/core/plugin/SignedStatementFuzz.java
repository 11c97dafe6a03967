// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import officina.api.error.FailureException;
import officina.core.plugin.SignedStatement.Subject;

/** Any bytes as the signature of a bundle: valid to the last byte, or refused. Run by {@code releng/scripts/fuzz}. */
public final class SignedStatementFuzz {

    private SignedStatementFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            SignedStatement read = SignedStatement.read(data);
            byte[] text = read.text().getBytes(StandardCharsets.US_ASCII);
            if (!Arrays.equals(text, 0, text.length, data, 0, text.length)) {
                throw new AssertionError("something else was signed than what was read");
            }
        } catch (FailureException refused) {
            if (!refused.failure().code().equals("plugin.signature")) {
                throw refused;
            }
        }
    }

    public static List<byte[]> seeds() throws NoSuchAlgorithmException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("Ed25519");
        KeyPair one = keys.generateKeyPair();
        KeyPair other = keys.generateKeyPair();
        String digest = "ab".repeat(32);
        return List.of(
                SignedStatement.sign(Subject.BUNDLE, "example.files", "1.2.0", 17, digest, List.of(one)),
                SignedStatement.sign(Subject.CATALOG, "example", "4", 1L << 40, digest, List.of(one, other)));
    }
}

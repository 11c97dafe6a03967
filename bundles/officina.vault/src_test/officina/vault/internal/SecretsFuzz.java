// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import officina.api.error.FailureException;

/** Any bytes as the file of the secrets, and as what is sealed in it. Run by {@code releng/scripts/fuzz}. */
public final class SecretsFuzz {

    private static final byte[] KEY = new byte[Crypto.KEY];

    /** Letters and version, which the seal covers. */
    private static final byte[] HEAD = Arrays.copyOf(SecretsFile.write(KEY, Map.of()), 10);

    private SecretsFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        read(data);
        byte[] sealed = Crypto.seal(KEY, data, HEAD);
        byte[] whole = Arrays.copyOf(HEAD, HEAD.length + sealed.length);
        System.arraycopy(sealed, 0, whole, HEAD.length, sealed.length);
        read(whole);
    }

    private static void read(byte[] file) {
        TreeMap<String, char[]> secrets;
        try {
            secrets = SecretsFile.read(KEY, file);
        } catch (FailureException _) {
            return;
        }
        TreeMap<String, char[]> again = SecretsFile.read(KEY, SecretsFile.write(KEY, secrets));
        if (!again.keySet().equals(secrets.keySet())
                || !again.keySet().stream().allMatch(name -> Arrays.equals(again.get(name), secrets.get(name)))) {
            throw new AssertionError("not the same when written and read again");
        }
    }

    public static List<byte[]> seeds() {
        return List.of(
                new byte[] {0, 0},
                "\0\1\0\0\0\4name\0\0\0\6secret".getBytes(StandardCharsets.ISO_8859_1),
                SecretsFile.write(KEY, Map.of("a", "b".toCharArray())));
    }
}

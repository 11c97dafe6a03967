// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.age;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import officina.base.SecretText;

/** Reads a small file as the format's description says, without the writer's help but for the primitives. */
final class AgeInput {

    private AgeInput() {}

    static byte[] open(byte[] file, String passphrase) throws GeneralSecurityException {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\n---") + 4;
        String[] lines = text.substring(0, text.indexOf('\n', end)).split("\n");
        if (!lines[0].equals("age-encryption.org/v1") || lines.length != 4) {
            throw new IllegalArgumentException("no header of this format");
        }
        String[] stanza = lines[1].split(" ");
        byte[] key;
        try (SecretText secret = new SecretText(passphrase.toCharArray())) {
            key = AgeKeys.ofPassphrase(secret, decode(stanza[2]), Integer.parseInt(stanza[3]));
        }
        byte[] fileKey = AgeKeys.cipher(Cipher.DECRYPT_MODE, key, new byte[12]).doFinal(decode(lines[2]));
        byte[] header = Arrays.copyOf(file, end);
        if (!MessageDigest.isEqual(AgeKeys.mac(fileKey, header), decode(lines[3].substring(4)))) {
            throw new GeneralSecurityException("the header was changed");
        }
        int at = text.indexOf('\n', end) + 1;
        byte[] content = AgeKeys.derive(fileKey, Arrays.copyOfRange(file, at, at + 16), "payload");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        at += 16;
        for (long piece = 0; at < file.length; piece++) {
            int length = Math.min(AgeOutput.PIECE + 16, file.length - at);
            boolean last = at + length == file.length;
            out.writeBytes(AgeKeys.cipher(Cipher.DECRYPT_MODE, content, AgeKeys.nonce(piece, last))
                    .doFinal(file, at, length));
            at += length;
        }
        return out.toByteArray();
    }

    private static byte[] decode(String text) {
        return Base64.getDecoder().decode(text);
    }
}

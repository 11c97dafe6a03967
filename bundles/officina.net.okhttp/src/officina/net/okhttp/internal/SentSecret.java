// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import officina.api.host.Credential;

/**
 * A secret on its way.
 *
 * @param value of the header
 * @param recognized by what it is known again in an answer
 */
record SentSecret(String header, String value, List<byte[]> recognized) {

    SentSecret {
        recognized = List.copyOf(recognized);
    }

    static SentSecret of(Credential credential, String secret) {
        byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
        if (credential.user() == null) {
            return new SentSecret(credential.header(), credential.prefix() + secret, List.of(plain));
        }
        String both =
                Base64.getEncoder().encodeToString((credential.user() + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return new SentSecret(
                credential.header(),
                credential.prefix() + both,
                List.of(both.getBytes(StandardCharsets.US_ASCII), plain));
    }

    /** Says nothing of it. */
    @Override
    public String toString() {
        return "a secret in " + header;
    }
}

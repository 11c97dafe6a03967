// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** Does one thing with the keyring of the session it runs in and prints what it met. */
final class KeyringProbe {

    private KeyringProbe() {}

    public static void main(String[] args) {
        Keyring keyring = new SecretServiceKeyring(System.getenv(), Duration.ofMillis(Long.getLong("answer", 10_000)));
        UUID id = UUID.fromString(args[1]);
        System.out.println(
                switch (args[0]) {
                    case "keep" -> "kept " + keyring.keep(id, args[2].getBytes(StandardCharsets.UTF_8));
                    case "find" -> found(keyring.find(id));
                    case "forget" -> {
                        keyring.forget(id);
                        yield "forgotten";
                    }
                    default -> throw new IllegalArgumentException(args[0]);
                });
    }

    private static String found(Keyring.Finding finding) {
        return switch (finding) {
            case Keyring.Finding.Found(SecretBytes secret) ->
                "found " + new String(secret.bytes(), StandardCharsets.UTF_8);
            case Keyring.Finding.Missing _ -> "missing";
            case Keyring.Finding.Locked _ -> "locked";
            case Keyring.Finding.Unreachable(String reason) -> "unreachable: " + reason;
        };
    }
}

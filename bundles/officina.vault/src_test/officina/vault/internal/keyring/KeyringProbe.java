// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.vault.internal.keyring;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.base.SecretText;
import officina.vault.PassphraseSource;
import officina.vault.Vault;
import officina.vault.internal.FileVaultFactory;

/** Does one thing with the keyring of the session it runs in, or with a data folder, and prints what it met. */
final class KeyringProbe {

    private KeyringProbe() {}

    public static void main(String[] args) {
        System.out.println(
                switch (args[0]) {
                    case "open", "phrase", "recover" -> vault(args);
                    default -> keyring(args);
                });
    }

    private static String keyring(String... args) {
        Keyring keyring = new SecretServiceKeyring(System.getenv(), Duration.ofMillis(Long.getLong("answer", 10_000)));
        if (args[0].equals("contract")) {
            return String.join("\n", KeyringContract.broken(keyring));
        }
        UUID id = UUID.fromString(args[1]);
        return switch (args[0]) {
            case "keep" -> "kept " + keyring.keep(id, args[2].getBytes(StandardCharsets.UTF_8));
            case "find" -> found(keyring.find(id));
            case "forget" -> {
                keyring.forget(id);
                yield "forgotten";
            }
            default -> throw new IllegalArgumentException(args[0]);
        };
    }

    /** The key for the journal, or a new phrase, or the code of the failure. */
    private static String vault(String... args) {
        FileVaultFactory factory = new FileVaultFactory();
        Path folder = Path.of(args[1]);
        try (SecretText typed = new SecretText(args[args.length - 1].toCharArray());
                Vault vault =
                        args[0].equals("recover") ? factory.recover(folder, typed) : factory.open(folder, nobody())) {
            if (args[0].equals("phrase")) {
                try (SecretText made = vault.keys().newPhrase()) {
                    return new String(made.copy());
                }
            }
            vault.keys().useKeyring();
            return HexFormat.of().formatHex(vault.key("journal").getEncoded());
        } catch (FailureException e) {
            return e.failure().code();
        }
    }

    private static PassphraseSource nobody() {
        return request -> {
            throw new FailureException(
                    Failure.of("vault.passphrase-needed", ErrorKind.USER, "Nobody is here.", "Come in."));
        };
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

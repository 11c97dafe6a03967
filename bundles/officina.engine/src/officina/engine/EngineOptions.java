// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import officina.base.SecretText;
import officina.vault.PassphraseSource;
import org.jspecify.annotations.Nullable;

/**
 * How to open an engine.
 *
 * @param data the data folder
 * @param passphrases asked where no keyring holds the key
 * @param locale of the person at first start
 * @param zone of the person at first start
 * @param phrase opens existing data instead of keyring and passphrase, as a person typed it; stays the caller's to close
 */
public record EngineOptions(
        Path data,
        PassphraseSource passphrases,
        InstantSource clock,
        Locale locale,
        ZoneId zone,
        @Nullable SecretText phrase) {

    /** Opens with what keeps the key. */
    public EngineOptions(Path data, PassphraseSource passphrases, InstantSource clock, Locale locale, ZoneId zone) {
        this(data, passphrases, clock, locale, zone, null);
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import officina.vault.PassphraseSource;

/**
 * How to open an engine.
 *
 * @param data the data folder
 * @param passphrases asked where no keyring holds the key
 * @param locale of the person at first start
 * @param zone of the person at first start
 */
public record EngineOptions(Path data, PassphraseSource passphrases, InstantSource clock, Locale locale, ZoneId zone) {}

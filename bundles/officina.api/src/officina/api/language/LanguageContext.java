// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.language;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;

/** Against what relative words are read: the moment, the user's time zone and language. */
public record LanguageContext(Instant now, ZoneId zone, Locale locale) {

    public LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }
}

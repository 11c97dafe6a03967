// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package example.packing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What it will be like there. */
enum Weather {
    WARM("warm", "hot", "sea", "beach", "summer"),
    COLD("cold", "snow", "mountains", "winter", "ski");

    private final Set<String> words;

    Weather(String... words) {
        this.words = Set.of(words);
    }

    /** The weather that some words speak of; {@code null} for none. */
    static @Nullable Weather in(String text) {
        List<String> said = Arrays.asList(text.toLowerCase(Locale.ROOT).split("\\P{L}+"));
        for (Weather weather : values()) {
            if (weather.words.stream().anyMatch(said::contains)) {
                return weather;
            }
        }
        return null;
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/** The texts that a manifest refers to by {@code %key}. */
final class Localization {

    private static final ResourceBundle.Control NAMES =
            ResourceBundle.Control.getControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final String base;
    private final Locale locale;
    private final PluginFiles files;
    private @Nullable List<PropertyResourceBundle> loaded;

    /** @param base the header {@code Bundle-Localization}; {@code null} for its default */
    Localization(@Nullable String base, Locale locale, PluginFiles files) {
        this.base = base == null ? Constants.BUNDLE_LOCALIZATION_DEFAULT_BASENAME : base.strip();
        this.locale = locale;
        this.files = files;
    }

    /** The text itself, or what {@code %key} stands for; {@code null} where no file has the key. */
    @Nullable
    String resolve(String text) {
        if (!text.startsWith("%")) {
            return text;
        }
        String key = text.substring(1);
        return texts().stream()
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst()
                .orElse(null);
    }

    /** The text as {@link #resolve} has it, where it is one plain line that is no longer than that; else nothing. */
    String line(String text, int longest) {
        String line = resolve(text);
        return line == null || !PlainLine.isProse(line.strip(), longest) ? "" : line.strip();
    }

    /** From the nearest language to the default one; a file that cannot be read counts as absent. */
    private List<PropertyResourceBundle> texts() {
        List<PropertyResourceBundle> known = loaded;
        if (known == null) {
            known = new ArrayList<>();
            for (Locale candidate : NAMES.getCandidateLocales(base, locale)) {
                String path = NAMES.toResourceName(NAMES.toBundleName(base, candidate), "properties");
                try (InputStream in = files.open(path)) {
                    if (in != null) {
                        known.add(new PropertyResourceBundle(in));
                    }
                } catch (IOException | IllegalArgumentException e) {
                    continue;
                }
            }
            loaded = known;
        }
        return known;
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.ui.base;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * User text. An enum that implements this names the texts of one bundle; the text of {@code SHOW_MORE} stands under
 * {@code show-more} in {@code messages.properties} of the enum's package, in the form of {@link MessageFormat}.
 */
public interface Wording {

    String name();

    /** The text in the person's language, its placeholders filled. */
    default String text(Object... arguments) {
        Class<?> owner = getClass();
        ResourceBundle texts = ResourceBundle.getBundle(
                owner.getPackageName() + ".messages", Locale.getDefault(), owner.getClassLoader());
        String pattern = texts.getString(key());
        return arguments.length == 0 ? pattern.replace("''", "'") : MessageFormat.format(pattern, arguments);
    }

    /** The key in the properties file. */
    default String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

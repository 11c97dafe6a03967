// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.diagnostic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes out of a text what tells who the person is: folders, the user's and the machine's name. Immutable. */
public final class Redaction {

    /** Homes of whomever, also of others than this user, and also as they are written inside of JSON. */
    private static final Pattern HOMES =
            Pattern.compile("((?:/home|/Users|[A-Za-z]:\\\\{1,2}Users)(?:/|\\\\{1,2}))[^/\\\\\\s\"']+");

    /** Shorter names would be found in every other word. */
    private static final int SHORTEST = 2;

    private record Replacement(Pattern pattern, String by) {}

    private final List<Replacement> replacements = new ArrayList<>();

    private Redaction() {}

    /** Of this machine, this user and that data folder. */
    public static Redaction of(Path data) {
        return of(data, System::getProperty, hostName());
    }

    static Redaction of(Path data, UnaryOperator<@Nullable String> properties, String host) {
        Redaction made = new Redaction();
        // the longest first: what is inside a folder is named by the nearest one
        made.folder(data.toString(), "<data>");
        try {
            made.folder(data.toRealPath().toString(), "<data>");
        } catch (IOException e) {
            // there is no other name for it
        }
        made.folder(properties.apply("java.io.tmpdir"), "<temp>");
        made.folder(properties.apply("user.home"), "<home>");
        made.replacements.add(new Replacement(HOMES, "$1<user>"));
        made.name(properties.apply("user.name"), "<user>");
        made.name(host, "<host>");
        return made;
    }

    public String apply(String text) {
        String redacted = text;
        for (Replacement each : replacements) {
            redacted = each.pattern().matcher(redacted).replaceAll(each.by());
        }
        return redacted;
    }

    private void folder(@Nullable String path, String by) {
        if (path != null && path.length() > SHORTEST) {
            String inJson = path.replace("\\", "\\\\");
            if (!inJson.equals(path)) {
                replacements.add(new Replacement(Pattern.compile(Pattern.quote(inJson)), by));
            }
            replacements.add(new Replacement(Pattern.compile(Pattern.quote(path)), by));
        }
    }

    private void name(@Nullable String name, String by) {
        if (name != null && name.length() >= SHORTEST) {
            Pattern word = Pattern.compile(
                    "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            replacements.add(new Replacement(word, Matcher.quoteReplacement(by)));
        }
    }

    /** From where it stands, without a question to the network. */
    private static String hostName() {
        String windows = System.getenv("COMPUTERNAME");
        if (windows != null) {
            return windows;
        }
        try {
            return Files.readString(Path.of("/etc/hostname")).strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            return "";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of an HTML page, in lines. Made for mail: nothing of a page is obeyed or fetched, whatever it says. */
final class HtmlText {

    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template");

    private static final Set<String> BREAKS = Set.of(
            "address",
            "article",
            "blockquote",
            "br",
            "div",
            "dd",
            "dt",
            "footer",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");

    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", " "),
            Map.entry("ndash", "\u2013"),
            Map.entry("mdash", "\u2014"),
            Map.entry("hellip", "\u2026"),
            Map.entry("rsquo", "\u2019"),
            Map.entry("lsquo", "\u2018"),
            Map.entry("ldquo", "\u201c"),
            Map.entry("rdquo", "\u201d"),
            Map.entry("euro", "\u20ac"),
            Map.entry("agrave", "\u00e0"),
            Map.entry("egrave", "\u00e8"),
            Map.entry("eacute", "\u00e9"),
            Map.entry("igrave", "\u00ec"),
            Map.entry("ograve", "\u00f2"),
            Map.entry("ugrave", "\u00f9"),
            Map.entry("auml", "\u00e4"),
            Map.entry("ouml", "\u00f6"),
            Map.entry("uuml", "\u00fc"),
            Map.entry("szlig", "\u00df"));

    private static final int LONGEST_ENTITY = 10;

    private final String html;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    static String of(String html) {
        return new HtmlText(html).read();
    }

    private String read() {
        while (at < html.length()) {
            char each = html.charAt(at);
            if (each == '<') {
                tag();
            } else if (each == '&') {
                entity();
            } else {
                letter(each);
                at++;
            }
        }
        return out.toString().strip();
    }

    private void letter(char each) {
        if (!Character.isWhitespace(each)) {
            out.append(each);
        } else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private void tag() {
        if (html.startsWith("<!--", at)) {
            at = behind("-->", at);
            return;
        }
        boolean closing = html.startsWith("</", at);
        int begin = at + (closing ? 2 : 1);
        int end = begin;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        String name = html.substring(begin, end).toLowerCase(Locale.ROOT);
        if (name.isEmpty() && !html.startsWith("<!", at) && !html.startsWith("<?", at)) {
            // no tag: "a < b"
            letter('<');
            at++;
            return;
        }
        at = behind(">", end);
        if (!closing && SILENT.contains(name)) {
            at = behindClosing(name);
        } else if (BREAKS.contains(name)) {
            lineBreak();
            if (!closing && name.equals("li")) {
                out.append("- ");
            }
        }
    }

    private void lineBreak() {
        while (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
            out.setLength(out.length() - 1);
        }
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }

    private int behind(String mark, int from) {
        int found = html.indexOf(mark, from);
        return found < 0 ? html.length() : found + mark.length();
    }

    private int behindClosing(String name) {
        String closing = "</" + name;
        for (int i = html.indexOf("</", at); i >= 0; i = html.indexOf("</", i + 2)) {
            if (html.regionMatches(true, i, closing, 0, closing.length())) {
                return behind(">", i);
            }
        }
        return html.length();
    }

    private void entity() {
        int last = Math.min(html.length(), at + LONGEST_ENTITY);
        int end = html.substring(at, last).indexOf(';');
        String name = end < 0 ? "" : html.substring(at + 1, at + end);
        String meant = name.startsWith("#") ? numbered(name.substring(1)) : NAMED.get(name);
        if (meant == null) {
            out.append('&');
            at++;
        } else {
            meant.chars().forEach(each -> letter((char) each));
            at += end + 1;
        }
    }

    private static @Nullable String numbered(String number) {
        try {
            boolean hexadecimal = number.startsWith("x") || number.startsWith("X");
            int point = Integer.parseInt(hexadecimal ? number.substring(1) : number, hexadecimal ? 16 : 10);
            return Character.isValidCodePoint(point) && point > 0 ? Character.toString(point) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

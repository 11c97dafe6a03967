// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What the sender of a message wrote, without what is quoted and signed, sentence by sentence. */
final class OwnWords {

    private static final Pattern QUOTING = Pattern.compile(
            "(?i)(on .{1,200} wrote:|-{2,} ?(original message|forwarded message).{0,100}|from: .{1,200}|_{10,})");

    private static final Pattern SIGNED = Pattern.compile("--|(?i)(best|kind|warm) regards,?|cheers,?|sincerely,?");
    private static final Pattern END = Pattern.compile("(?<=[.!?;])\\s+");
    private static final int LONGEST = 400;
    private static final int MOST = 200;

    private OwnWords() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String raw : text.split("\n")) {
            String line = raw.strip();
            if (QUOTING.matcher(line).matches() || SIGNED.matcher(line).matches()) {
                break;
            }
            if (line.startsWith(">")) {
                continue;
            }
            boolean item = line.startsWith("- ") || line.startsWith("* ") || line.startsWith("\u2022 ");
            if (line.isEmpty() || item) {
                end(paragraph, sentences);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(item ? line.substring(2) : line);
        }
        end(paragraph, sentences);
        return sentences.size() <= MOST ? sentences : sentences.subList(0, MOST);
    }

    private static void end(StringBuilder paragraph, List<String> into) {
        for (String each : END.split(paragraph)) {
            String sentence = each.strip();
            if (!sentence.isEmpty() && sentence.length() <= LONGEST) {
                into.add(sentence);
            }
        }
        paragraph.setLength(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import officina.api.language.Entities;
import officina.api.language.Entity;
import officina.api.language.EntityExtractor;
import officina.api.language.LanguageContext;
import officina.api.mail.MailMessage;
import officina.api.record.Priority;
import org.jspecify.annotations.Nullable;

/** What a message asks for, by the words with which people ask. Finds too little rather than too much. */
final class WishReader {

    /** More from one message is no list of wishes but a text. */
    private static final int MOST = 3;

    private static final int SHORTEST = 4;
    private static final int LONGEST_TITLE = 150;

    private static final String ASKING = "(?:please|kindly|(?:could|can|would|will) you(?: please| kindly)?"
            + "|you (?:need|have) to|you must|(?:don't|do not) forget to|remember to|make sure (?:to|you)"
            + "|(?:we|i) need you to|i(?:'d| would) like you to|to-?do:|action required:|reminder:)";

    /** What comes after the asking is what is to be done. */
    private static final Pattern ASKED = Pattern.compile("(?i)(?:^|.*?[\\s,:(])" + ASKING + "\\s+(?:also |just )?(.+)");

    private static final Pattern ASKED_AFTERWARDS = Pattern.compile("(?i)^(.{4,}?),? please[.!?]*$");

    /** Courtesy that asks for nothing. */
    private static final Pattern COURTESY =
            Pattern.compile("(?i)(?:find|see|note|be (?:aware|advised|informed)|ignore|disregard"
                    + "|do not|don't|never|feel free|let (?:me|us) know|contact (?:me|us)|accept|excuse|forgive|bear with"
                    + "|visit|click|unsubscribe|consider the environment|tell me if|help|imagine|believe|be|have|get in touch"
                    + "|reach out|add (?:us|this address))\\b.*");

    private static final Pattern PREFIX = Pattern.compile("(?i)^(?:(?:re|fwd?|aw|wg|r|i)\\s*:\\s*)+");
    private static final Pattern URGENT = Pattern.compile(
            "(?i)\\b(?:urgent|urgently|asap|as soon as possible|immediately|at once|action required|final notice|overdue)\\b");
    private static final Pattern LEISURE =
            Pattern.compile("(?i)\\b(?:no (?:rush|hurry)|whenever you (?:can|have time)|low priority|not urgent)\\b");
    private static final Pattern AUTOMATIC =
            Pattern.compile("(?i).*\\b(?:newsletter|marketing|promo(?:tions)?|mailer-daemon|postmaster)\\b.*");
    private static final Pattern TAIL = Pattern.compile(
            "(?i)[\\s,]*\\b(?:by|until|before|on|at|and|asap|as soon as possible|urgently|immediately)$");

    private final EntityExtractor entities;
    private final LanguageContext language;

    WishReader(EntityExtractor entities, LanguageContext language) {
        this.entities = entities;
        this.language = language;
    }

    List<Wish> read(MailMessage message) {
        List<Wish> wishes = new ArrayList<>();
        if (AUTOMATIC.matcher(message.from()).matches()) {
            return wishes;
        }
        String subject = PREFIX.matcher(message.subject()).replaceFirst("").strip();
        Entities inSubject = extract(subject, message);
        List<String> sentences = OwnWords.of(message.text());
        boolean urgent = isUrgent(subject, inSubject) || sentences.stream().anyMatch(each -> isUrgent(each, null));
        boolean leisure =
                sentences.stream().anyMatch(each -> LEISURE.matcher(each).find());
        for (String sentence : sentences) {
            String asked = asked(sentence);
            if (asked != null && wishes.size() < MOST) {
                add(wish(asked, subject, inSubject, message, urgent, leisure), wishes);
            }
        }
        String asked = asked(subject);
        if (wishes.isEmpty() && asked != null) {
            add(wish(asked, subject, inSubject, message, urgent, leisure), wishes);
        }
        return wishes;
    }

    private static void add(@Nullable Wish wish, List<Wish> into) {
        if (wish != null && into.stream().noneMatch(each -> each.title().equalsIgnoreCase(wish.title()))) {
            into.add(wish);
        }
    }

    /** What is to be done, in the words of the sentence; {@code null} where nobody asks for anything. */
    private static @Nullable String asked(String sentence) {
        Matcher before = ASKED.matcher(sentence);
        Matcher after = ASKED_AFTERWARDS.matcher(sentence);
        String asked = before.matches() ? before.group(1) : after.matches() ? after.group(1) : null;
        return asked == null || COURTESY.matcher(asked).matches() ? null : asked;
    }

    private @Nullable Wish wish(
            String asked, String subject, Entities inSubject, MailMessage message, boolean urgent, boolean leisure) {
        Entities found = extract(asked, message);
        LocalDate today = language.today();
        Entity.Day day = found.first(Entity.Day.class)
                .or(() -> inSubject.first(Entity.Day.class))
                .orElse(null);
        Entity.Time time = found.first(Entity.Time.class).orElse(null);
        List<Entity> taken = new ArrayList<>();
        found.first(Entity.Day.class).ifPresent(taken::add);
        found.of(Entity.Level.class).forEach(taken::add);
        if (time != null && found.first(Entity.Day.class).isPresent()) {
            taken.add(time);
        }
        String title = title(found.without(taken), subject);
        if (title == null) {
            return null;
        }
        LocalDate due = day == null || day.date().isBefore(today) ? null : day.date();
        LocalTime dueTime = due == null || time == null ? null : time.time();
        return new Wish(title, priority(found, inSubject, due, urgent, leisure), due, dueTime);
    }

    private Priority priority(
            Entities found, Entities inSubject, @Nullable LocalDate due, boolean urgent, boolean leisure) {
        return found.first(Entity.Level.class)
                .or(() -> inSubject.first(Entity.Level.class))
                .map(Entity.Level::priority)
                .orElseGet(() -> {
                    boolean soon = due != null && !due.isAfter(language.today().plusDays(1));
                    if (leisure) {
                        return Priority.LOW;
                    }
                    return urgent || soon ? Priority.HIGH : Priority.MEDIUM;
                });
    }

    private static boolean isUrgent(String text, @Nullable Entities found) {
        return URGENT.matcher(text).find()
                || found != null
                        && found.first(Entity.Level.class)
                                .map(level -> level.priority().compareTo(Priority.HIGH) >= 0)
                                .orElse(false);
    }

    /** Words that say too little give way to the subject; {@code null} where that says nothing either. */
    private static @Nullable String title(String words, String subject) {
        String title = tidy(words);
        if (title.length() < SHORTEST || title.indexOf(' ') < 0) {
            title = tidy(subject);
        }
        return title.length() < SHORTEST ? null : title;
    }

    private static String tidy(String words) {
        String line = words.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip().replaceAll("[.!?;:,]+$", "");
        for (Matcher tail = TAIL.matcher(line); tail.find(); tail = TAIL.matcher(line)) {
            line = line.substring(0, tail.start()).stripTrailing();
        }
        if (line.length() > LONGEST_TITLE) {
            int space = line.lastIndexOf(' ', LONGEST_TITLE);
            line = line.substring(0, space > 0 ? space : LONGEST_TITLE);
        }
        return line.isEmpty() ? line : line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    /** What is relative is meant from when the message came. */
    private Entities extract(String text, MailMessage message) {
        return entities.extract(text, new LanguageContext(message.received(), language.zone(), language.locale()));
    }
}

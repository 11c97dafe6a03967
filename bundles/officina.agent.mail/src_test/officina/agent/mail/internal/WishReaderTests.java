// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import officina.api.language.LanguageContext;
import officina.api.mail.MailMessage;
import officina.api.record.Priority;
import officina.language.WordEntityExtractor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WishReaderTests {

    /** A Sunday. */
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    private final WishReader reader =
            new WishReader(new WordEntityExtractor(), new LanguageContext(NOW, ZoneId.of("UTC"), Locale.UK));

    private List<Wish> wishesFrom(String from, String subject, String... lines) {
        return reader.read(new MailMessage(1, from, subject, NOW, String.join("\n", lines), false));
    }

    private List<Wish> wishes(String subject, String... lines) {
        return wishesFrom("Bob <bob@example.org>", subject, lines);
    }

    private static List<Wish> one(String title, Priority priority, LocalDate due) {
        return List.of(new Wish(title, priority, due, null));
    }

    private static List<Wish> one(String title) {
        return List.of(new Wish(title, Priority.MEDIUM, null, null));
    }

    @Test
    void what_somebody_asks_for_is_found_with_its_day() {
        assertEquals(
                one("Send me the quarterly report", Priority.MEDIUM, FRIDAY),
                wishes(
                        "Report",
                        "Hi Ada,",
                        "could you please send me the quarterly",
                        "report by Friday?",
                        "Thanks, Bob"));
        assertEquals(
                one("Pay the invoice", Priority.MEDIUM, LocalDate.of(2026, 11, 30)),
                wishes("Invoice", "Reminder: pay the invoice by 30 November 2026."));
        assertEquals(
                List.of(new Wish("Call the bank", Priority.HIGH, LocalDate.of(2026, 11, 23), LocalTime.of(9, 0))),
                wishes("Bank", "Don't forget to call the bank tomorrow at 9:00."));
    }

    @Test
    void each_wish_of_a_message_is_one() {
        assertEquals(
                List.of(
                        new Wish("Book the train", Priority.MEDIUM, null, null),
                        new Wish("Tell Anna about it", Priority.MEDIUM, null, null)),
                wishes("Trip", "Hello,", "", "- please book the train", "- can you tell Anna about it?"));
    }

    @Test
    void courtesy_asks_for_nothing() {
        for (String text : List.of(
                "Please find attached the minutes.",
                "Please note that the office is closed on Friday.",
                "Please let me know if you have questions.",
                "Please do not hesitate to call.",
                "Please click here to unsubscribe.",
                "The report was sent on Friday, thank you.",
                "")) {
            assertEquals(List.of(), wishes("Hello", text), text);
        }
    }

    @Test
    void what_is_quoted_or_signed_was_not_asked_now() {
        assertEquals(List.of(), wishes("Re: Report", "It is done.", "", "> Please send me the report", "> by Friday."));
        assertEquals(
                List.of(),
                wishes("Re: Report", "It is done.", "On Sun, 22 Nov 2026, Ada wrote:", "Please send me the report."));
        assertEquals(List.of(), wishes("Hello", "All is well.", "-- ", "Please print this on both sides"));
    }

    @Test
    void a_subject_asks_where_the_text_does_not() {
        assertEquals(one("Renew your passport"), wishes("Re: Fwd: Reminder: renew your passport", "See you soon."));
        assertEquals(
                one("Renew your passport", Priority.HIGH, null),
                wishes("Action required: renew your passport", "See you soon."));
    }

    @Test
    void words_that_say_too_little_give_way_to_the_subject() {
        assertEquals(
                one("Contract for the garden", Priority.MEDIUM, FRIDAY),
                wishes("Contract for the garden", "Please sign by Friday."));
    }

    @Test
    void how_urgent_it_is_follows_from_words_and_day() {
        assertEquals(
                one("Call me back", Priority.URGENT, null),
                wishes("Hello", "Please call me back as soon as possible."));
        assertEquals(one("Call me back", Priority.LOW, null), wishes("Hello", "Please call me back. No rush!"));
        assertEquals(
                one("Send the keys back", Priority.HIGH, LocalDate.of(2026, 11, 23)),
                wishes("Keys", "Please send the keys back by tomorrow."));
    }

    @Test
    void a_day_that_is_over_is_none() {
        assertEquals(one("Send the form back"), wishes("Form", "Please send the form back by 3 March 2020."));
    }

    @Test
    void what_is_sent_to_many_asks_nobody() {
        assertEquals(
                List.of(),
                wishesFrom(
                        "The Shop Newsletter <newsletter@shop.example>", "Sale", "Please buy two of them by Friday."));
    }

    @Test
    void a_title_is_one_line_that_can_be_shown() {
        Wish wish = wishes("Hello", "Please send\u202e the\u0007 form " + "very ".repeat(60) + "soon.")
                .getFirst();
        assertEquals("Send the form very very", wish.title().substring(0, 23));
        assertEquals(true, wish.title().length() <= 150);
    }

    @Test
    @Timeout(60)
    void no_message_takes_long() {
        for (String text : List.of("please ", "a, ", ">", "- ", "to do:", ". ", "on on on wrote:", "re: ")) {
            assertEquals(
                    true,
                    wishes(text.repeat(500 / text.length()), text.repeat(16_000 / text.length()))
                                    .size()
                            <= 3);
        }
    }
}

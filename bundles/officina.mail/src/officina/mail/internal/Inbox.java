// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import jakarta.mail.Address;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import officina.api.mail.MailMark;
import officina.api.mail.MailMessage;
import officina.api.mail.MailNews;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;

/** What is new in an open mailbox. For the thread of the call. */
final class Inbox {

    /** Servers search by days, each in its own time zone. */
    private static final Duration DAY = Duration.ofDays(1);

    private final IMAPFolder folder;

    Inbox(IMAPFolder folder) {
        this.folder = folder;
    }

    MailNews news(MailMark since, int most) throws MessagingException, IOException {
        long validity = folder.getUIDValidity();
        Map<Long, Message> fresh = validity == since.validity() ? behind(since.uid()) : after(since.time());
        List<Map.Entry<Long, Message>> taken =
                fresh.entrySet().stream().limit(most).toList();
        FetchProfile wanted = new FetchProfile();
        wanted.add(FetchProfile.Item.ENVELOPE);
        wanted.add(FetchProfile.Item.CONTENT_INFO);
        folder.fetch(taken.stream().map(Map.Entry::getValue).toArray(Message[]::new), wanted);
        List<MailMessage> messages = new ArrayList<>();
        MailMark mark = since;
        for (Map.Entry<Long, Message> each : taken) {
            MailMessage read = read(each.getKey(), each.getValue());
            mark = new MailMark(validity, each.getKey(), latest(mark.time(), read == null ? null : read.received()));
            if (read != null) {
                messages.add(read);
            }
        }
        return new MailNews(messages, mark, fresh.size() > taken.size());
    }

    /** By number; servers answer with the last message where there is none behind it. */
    private Map<Long, Message> behind(long uid) throws MessagingException {
        Message[] found = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        Map<Long, Message> byUid = numbered(found);
        byUid.keySet().removeIf(each -> each <= uid);
        return byUid;
    }

    private Map<Long, Message> after(Instant time) throws MessagingException {
        Message[] found = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(time.minus(DAY))));
        FetchProfile dates = new FetchProfile();
        dates.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(found, dates);
        List<Message> late = new ArrayList<>();
        for (Message each : found) {
            Date received = each.getReceivedDate();
            if (received != null && received.toInstant().isAfter(time)) {
                late.add(each);
            }
        }
        return numbered(late.toArray(Message[]::new));
    }

    /** One that was removed meanwhile is passed over. */
    private Map<Long, Message> numbered(@Nullable Message[] found) throws MessagingException {
        Message[] there = Arrays.stream(found).filter(Objects::nonNull).toArray(Message[]::new);
        FetchProfile numbers = new FetchProfile();
        numbers.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(there, numbers);
        Map<Long, Message> byUid = new TreeMap<>();
        for (Message each : there) {
            if (!each.isExpunged()) {
                byUid.put(folder.getUID(each), each);
            }
        }
        return byUid;
    }

    /** {@code null} for one that was removed meanwhile. */
    private @Nullable MailMessage read(long uid, Message message) throws MessagingException, IOException {
        try {
            Date received = message.getReceivedDate();
            MessageText text = text(message);
            return new MailMessage(
                    uid,
                    line(sender(message.getFrom())),
                    line(message.getSubject()),
                    received == null ? Instant.EPOCH : received.toInstant(),
                    text.text(),
                    text.cut());
        } catch (MessagingException e) {
            if (message.isExpunged()) {
                return null;
            }
            throw e;
        }
    }

    /** What cannot be read of one message keeps nobody from the others. */
    private MessageText text(Message message) throws MessagingException, IOException {
        try {
            return MessageText.of(message, MailMessage.LONGEST_TEXT);
        } catch (MessagingException | IOException e) {
            if (!folder.isOpen()) {
                throw e;
            }
            return MessageText.NONE;
        } catch (RuntimeException e) {
            return MessageText.NONE;
        }
    }

    private static String sender(Address @Nullable [] from) {
        if (from == null || from.length == 0) {
            return "";
        }
        return from[0] instanceof InternetAddress address && address.getPersonal() != null
                ? address.getPersonal() + " <" + address.getAddress() + ">"
                : from[0].toString();
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : MessageText.upTo(text, MailMessage.LONGEST_LINE);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }
}

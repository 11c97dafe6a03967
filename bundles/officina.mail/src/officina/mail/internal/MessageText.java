// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.MultipartDataSource;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person could read of a message, without what is attached.
 *
 * @param cut whether there was more
 */
record MessageText(String text, boolean cut) {

    static final MessageText NONE = new MessageText("", false);

    private static final int DEEPEST = 8;
    private static final int MOST_PARTS = 40;

    /** Marks of HTML take more room than its words. */
    private static final int MOST_BYTES = 256 << 10;

    /** @param longest so many characters at most */
    static MessageText of(Part message, int longest) throws MessagingException, IOException {
        Reader reader = new Reader(longest);
        reader.add(message, 0);
        String whole = tidy(reader.text);
        return new MessageText(upTo(whole, longest), reader.cut || whole.length() > longest);
    }

    /** The beginning of a text, no letter halved. */
    static String upTo(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private static String tidy(CharSequence text) {
        StringBuilder clean = new StringBuilder(text.length());
        int breaks = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\n') {
                if (++breaks <= 2) {
                    clean.append('\n');
                }
            } else if (each == '\t' || !Character.isISOControl(each)) {
                breaks = Character.isWhitespace(each) ? breaks : 0;
                clean.append(each);
            }
        }
        return clean.toString().strip();
    }

    /** For one message. */
    private static final class Reader {

        private final int longest;
        private final StringBuilder text = new StringBuilder();
        private boolean cut;
        private int parts;

        Reader(int longest) {
            this.longest = longest;
        }

        void add(Part part, int depth) throws MessagingException, IOException {
            if (depth > DEEPEST || ++parts > MOST_PARTS || text.length() > longest) {
                cut = true;
            } else if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
                return;
            } else if (part.isMimeType("multipart/alternative")) {
                addBest(children(part), depth + 1);
            } else if (part.isMimeType("multipart/*")) {
                for (Part each : children(part)) {
                    add(each, depth + 1);
                }
            } else if (part.isMimeType("text/plain")) {
                append(read(part));
            } else if (part.isMimeType("text/html")) {
                append(HtmlText.of(read(part)));
            }
        }

        /** The plain one where there is one, else the last, which is the richest. */
        private void addBest(List<Part> alternatives, int depth) throws MessagingException, IOException {
            for (Part each : alternatives) {
                if (each.isMimeType("text/plain")) {
                    add(each, depth);
                    return;
                }
            }
            if (!alternatives.isEmpty()) {
                add(alternatives.getLast(), depth);
            }
        }

        private void append(String more) {
            if (!text.isEmpty()) {
                text.append("\n\n");
            }
            text.append(more);
        }

        private String read(Part part) throws MessagingException, IOException {
            try (InputStream in = part.getInputStream()) {
                byte[] bytes = in.readNBytes(MOST_BYTES);
                cut |= bytes.length == MOST_BYTES;
                return new String(bytes, charset(part));
            }
        }
    }

    private static List<Part> children(Part part) throws MessagingException {
        DataSource source = part.getDataHandler().getDataSource();
        List<Part> children = new ArrayList<>();
        if (source instanceof MultipartDataSource known) {
            for (int i = 0; i < Math.min(known.getCount(), MOST_PARTS); i++) {
                children.add(known.getBodyPart(i));
            }
        } else {
            MimeMultipart parsed = new MimeMultipart(source);
            for (int i = 0; i < Math.min(parsed.getCount(), MOST_PARTS); i++) {
                children.add(parsed.getBodyPart(i));
            }
        }
        return children;
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            String name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (ParseException | IllegalCharsetNameException | UnsupportedCharsetException e) {
            return StandardCharsets.UTF_8;
        }
    }
}

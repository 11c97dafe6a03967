// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.document.FileStamp;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.protocol.FailureCodec;
import officina.protocol.Json;
import officina.protocol.value.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * What the index keeps of a file beside its passages, as the document's fingerprint: so the index alone says what was
 * read, and forgets it when it is emptied.
 *
 * @param stamp by which the file is known again; {@code null} where it is to be tried again
 * @param passages how many came of it
 * @param troubles what was left out and why, without the path
 */
public record FileNote(@Nullable FileStamp stamp, int passages, List<DocumentTrouble> troubles) {

    /** So many troubles of one file are kept, with texts of at most so many characters: a fingerprint is short. */
    private static final int MOST = 2;

    private static final int LONGEST = 350;

    private static final ValueCodec VALUES = new ValueCodec();

    public FileNote {
        troubles = troubles.stream().limit(MOST).map(FileNote::shortened).toList();
    }

    private static DocumentTrouble shortened(DocumentTrouble trouble) {
        JsonObject failure = FailureCodec.write(trouble.failure());
        for (String text : List.of("message", "remedy")) {
            String whole = failure.text(text);
            failure = whole == null ? failure : failure.with(text, shortened(whole));
        }
        return new DocumentTrouble(trouble.problem(), "", FailureCodec.read(failure));
    }

    /** Names of files may hold anything, and a sign that steers takes six in JSON. */
    private static String shortened(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars()
                .limit(LONGEST)
                .forEach(each -> plain.append(Character.isISOControl(each) ? '\ufffd' : (char) each));
        return text.length() > LONGEST ? plain + "..." : plain.toString();
    }

    String text() {
        return Json.text(VALUES.write(FileNote.class, this));
    }

    /** What {@link #text} wrote; {@code null} for a fingerprint that was kept back, or of another version. */
    static @Nullable FileNote parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return (FileNote) VALUES.read(FileNote.class, Json.parseObject(text));
        } catch (FailureException e) {
            return null;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.knowledge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Any text as what the index keeps of a file or folder: a note, or none. Run by {@code releng/scripts/fuzz}. */
public final class NotesFuzz {

    private NotesFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        FileNote file = FileNote.parse(text);
        if (file != null && !file.equals(FileNote.parse(file.text()))) {
            throw new AssertionError("the note of a file is not the same when written and read again");
        }
        FolderNote.parse(text);
    }

    public static List<byte[]> seeds() {
        return List.of(
                new FileNote(null, 3, List.of()).text().getBytes(StandardCharsets.UTF_8),
                ("{\"syncedAt\":\"" + Instant.EPOCH + "\",\"troubled\":1,\"troubles\":[{\"problem\":\"forbidden\","
                                + "\"path\":\"a\",\"failure\":{\"code\":\"a.b\",\"kind\":\"user\",\"message\":\"No\"}}]}")
                        .getBytes(StandardCharsets.UTF_8));
    }
}

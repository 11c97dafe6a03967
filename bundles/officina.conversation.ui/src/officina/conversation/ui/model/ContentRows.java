// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.model;

import java.util.List;
import officina.api.content.ContentPart;
import officina.ui.base.Icon;

/** The rows of one part of a message. */
final class ContentRows {

    private ContentRows() {}

    static List<Row> of(ContentPart part, Voice voice, Gap first) {
        return switch (part) {
            case ContentPart.Text(String text) -> MarkdownRows.of(text, voice, first);
            case ContentPart.Code(String language, String text) -> MarkdownRows.listing(language, text, voice, first);
            case ContentPart.Image image ->
                attachment(voice, first, Icon.IMAGE, image.alternative(), image.mediaType());
            case ContentPart.File file ->
                attachment(voice, first, Icon.FILE, file.name(), Labels.size(file.size(), file.mediaType()));
            // the run's tool calls are shown with their progress
            case ContentPart.ToolCall _, ContentPart.ToolResult _ -> List.of();
            case ContentPart.Unknown(String type, var _) ->
                List.of(new Row.Note(
                        Place.of(voice, first), Icon.INFO, Tone.QUIET, Words.NEWER_CONTENT.text(type), List.of()));
        };
    }

    private static List<Row> attachment(Voice voice, Gap gap, Icon icon, String name, String about) {
        return List.of(new Row.Card(
                Place.of(voice, gap),
                icon,
                Tone.QUIET,
                name,
                List.of(new Row.Line(Icon.INFO, Tone.QUIET, about)),
                List.of()));
    }
}

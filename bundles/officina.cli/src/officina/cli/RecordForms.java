// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import officina.api.record.SettingScope;
import officina.engine.Corrections.CorrectionItem;
import officina.engine.ProjectItem;
import officina.engine.SettingsService.SettingValue;
import officina.engine.UntrackedProject;

/** Projects, settings and corrections as JSON. */
final class RecordForms {

    /** What a setting has for a scope where nobody has set it. */
    private static final String DEFAULT = "default";

    private static final JsonKind<String> SCOPE =
            JsonKind.text("`" + DEFAULT + "`, " + JsonKind.words(SettingScope.class));

    static final JsonForm<ProjectItem> PROJECT = JsonForm.<ProjectItem>of(
                    "project", "What conversations and to-dos belong to.")
            .with("project", JsonKind.IDENTIFIER, "Its identifier.", ProjectItem::id)
            .with(
                    "name",
                    JsonKind.TEXT,
                    "What it is called.",
                    item -> item.project().name())
            .with(
                    "standard",
                    JsonKind.FLAG,
                    "Whether it is the one that is meant where none is named.",
                    item -> item.project().standard());

    static final JsonForm<UntrackedProject> UNTRACKED = JsonForm.<UntrackedProject>of(
                    "untracked project", "What came of forgetting a project.")
            .with("name", JsonKind.TEXT, "What it was called.", UntrackedProject::name)
            .with("conversations", JsonKind.NUMBER, "How many were deleted with it.", UntrackedProject::conversations)
            .with("records", JsonKind.NUMBER, "How many to-dos, settings and grants.", UntrackedProject::records)
            .with("events", JsonKind.NUMBER, "How many are out of the journal.", UntrackedProject::events)
            .with("bytes", JsonKind.NUMBER, "How much shorter its files are.", UntrackedProject::bytes);

    static final JsonForm<SettingValue> SETTING = JsonForm.<SettingValue>of(
                    "setting", "A setting with the value that holds.")
            .with("key", JsonKind.TEXT, "What names it.", SettingValue::key)
            .with("value", JsonKind.as("text, number, true or false"), "What holds.", SettingValue::value)
            .with("scope", SCOPE, "Where that was said; `default` where nobody did.", RecordForms::scope);

    static final JsonForm<CorrectionItem> CORRECTION = JsonForm.<CorrectionItem>of(
                    "correction", "What you said about who should have answered.")
            .with("id", JsonKind.IDENTIFIER, "Its identifier.", CorrectionItem::id)
            .with("phrase", JsonKind.TEXT, "What was asked.", CorrectionItem::phrase)
            .with("agent", JsonKind.IDENTIFIER, "Who answers that.", CorrectionItem::agent);

    private RecordForms() {}

    /** Where a value was set. */
    static String scope(SettingValue value) {
        SettingScope scope = value.scope();
        return scope == null ? DEFAULT : Words.of(scope);
    }
}

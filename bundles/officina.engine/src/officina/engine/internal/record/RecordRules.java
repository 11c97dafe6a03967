// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.record;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import officina.api.batch.Automation;
import officina.api.batch.AutomationMemory;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.mail.MailAccount;
import officina.api.permission.Grant;
import officina.api.provider.ProviderAccount;
import officina.api.record.DatabaseImport;
import officina.api.record.Group;
import officina.api.record.ImportedTable;
import officina.api.record.IndexedFolder;
import officina.api.record.Project;
import officina.api.record.RecordKind;
import officina.api.record.RoutingCorrection;
import officina.api.record.SessionImport;
import officina.api.record.SessionInfo;
import officina.api.record.SessionRemoval;
import officina.api.record.Setting;
import officina.api.record.Todo;
import officina.api.record.TodoStatus;
import officina.api.record.UserProfile;
import officina.core.plugin.InstalledBundle;
import officina.core.plugin.KnownCatalog;
import officina.core.plugin.TrustedKey;

/** What each kind of record may hold. Reading fields into the kind's type and writing them again makes them canonical. */
final class RecordRules {

    /** What plug-ins may write with a grant. Grants, settings, sessions and profiles are never theirs to change. */
    static final Set<RecordKind> PLUGIN_KINDS = Set.of(RecordKind.TODO);

    private static final Map<RecordKind, UnaryOperator<JsonObject>> CANONICAL = Map.ofEntries(
            Map.entry(RecordKind.GROUP, fields -> Group.from(fields).fields()),
            Map.entry(RecordKind.PROJECT, fields -> Project.from(fields).fields()),
            Map.entry(RecordKind.SESSION, fields -> SessionInfo.from(fields).fields()),
            Map.entry(RecordKind.TODO, fields -> Todo.from(fields).fields()),
            Map.entry(
                    RecordKind.USER_PROFILE, fields -> UserProfile.from(fields).fields()),
            Map.entry(RecordKind.SETTING, fields -> Setting.from(fields).fields()),
            Map.entry(RecordKind.GRANT, fields -> Grant.from(fields).fields()),
            Map.entry(
                    RecordKind.PROVIDER_ACCOUNT,
                    fields -> ProviderAccount.from(fields).fields()),
            Map.entry(
                    RecordKind.MAIL_ACCOUNT, fields -> MailAccount.from(fields).fields()),
            Map.entry(
                    RecordKind.INDEXED_FOLDER,
                    fields -> IndexedFolder.from(fields).fields()),
            Map.entry(RecordKind.AUTOMATION, fields -> Automation.from(fields).fields()),
            Map.entry(
                    RecordKind.AUTOMATION_MEMORY,
                    fields -> AutomationMemory.from(fields).fields()),
            Map.entry(
                    RecordKind.ROUTING_CORRECTION,
                    fields -> RoutingCorrection.from(fields).fields()),
            Map.entry(
                    RecordKind.SESSION_IMPORT,
                    fields -> SessionImport.from(fields).fields()),
            Map.entry(
                    RecordKind.SESSION_REMOVAL,
                    fields -> SessionRemoval.from(fields).fields()),
            Map.entry(
                    RecordKind.IMPORTED_TABLE,
                    fields -> ImportedTable.from(fields).fields()),
            Map.entry(
                    RecordKind.DATABASE_IMPORT,
                    fields -> DatabaseImport.from(fields).fields()),
            Map.entry(
                    InstalledBundle.KIND, fields -> InstalledBundle.from(fields).fields()),
            Map.entry(TrustedKey.KIND, fields -> TrustedKey.from(fields).fields()),
            Map.entry(KnownCatalog.KIND, fields -> KnownCatalog.from(fields).fields()));

    private RecordRules() {}

    /** The fields as they are stored; {@code record.unknown-kind}, {@code record.invalid} naming the field. */
    static JsonObject canonical(RecordKind kind, JsonObject fields, Instant now) {
        UnaryOperator<JsonObject> rule = CANONICAL.get(kind);
        if (rule == null) {
            throw new FailureException(Failure.of(
                    "record.unknown-kind",
                    ErrorKind.USER,
                    "There are no records of kind \"" + kind + "\".",
                    "Use one of the kinds in the reference."));
        }
        try {
            return rule.apply(kind.equals(RecordKind.TODO) ? completed(fields, now) : fields);
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            "record.invalid",
                            ErrorKind.USER,
                            "This cannot be saved: " + e.getMessage() + ".",
                            "Correct the field and try again."),
                    e);
        }
    }

    /** A to-do that is done knows since when, one that is open does not. */
    private static JsonObject completed(JsonObject fields, Instant now) {
        boolean done = TodoStatus.DONE.name().equalsIgnoreCase(fields.text("status"));
        if (done) {
            return fields.text("completedAt") == null ? fields.with("completedAt", now) : fields;
        }
        return fields.with("completedAt", null).withoutNulls();
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.cli.Syntax.Printed;
import officina.core.settings.SettingDefinition;
import officina.engine.Engine;
import officina.engine.SettingsService.SettingValue;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;

/** {@code officina settings ...}: what holds everywhere, or in one project. */
final class SettingsCommands {

    private SettingsCommands() {}

    private static final String WHOSE = "its name, its identifier or the end of that.";

    static final class ListSettings extends EngineCommand {

        private final Given<@Nullable String> project =
                syntax.text("--project", "PROJECT", "What holds in this project: " + WHOSE);

        private final Printed<SettingValue> listed = syntax.prints(RecordForms.SETTING, Syntax.EACH);

        ListSettings(CommandContext context) {
            super(context, "All settings with the values that hold, and where they were set.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            RecordId owner = owner(engine, project);
            List<SettingValue> values = engine.settings().definitions().stream()
                    .map(definition -> engine.settings().get(definition.key(), owner))
                    .toList();
            if (out.json()) {
                values.forEach(value -> out.print(listed, value, ""));
            } else {
                out.table(values.stream()
                        .map(value -> List.of(
                                value.key(),
                                text(value.value()),
                                RecordForms.scope(value),
                                describe(engine, value.key())))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Get extends EngineCommand {

        private final Given<String> key = syntax.word("KEY", "The setting.");

        private final Given<@Nullable String> project =
                syntax.text("--project", "PROJECT", "What holds in this project: " + WHOSE);

        private final Printed<SettingValue> held = syntax.prints(RecordForms.SETTING);

        Get(CommandContext context) {
            super(context, "The value of a setting that holds.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            SettingValue value = engine.settings().get(key.value(), owner(engine, project));
            out.print(held, value, text(value.value()));
            return ExitCode.OK;
        }
    }

    static final class Set extends EngineCommand {

        private final Given<String> key = syntax.word("KEY", "The setting.");

        private final Given<String> value = syntax.word("VALUE", "Its value.");

        private final Given<@Nullable String> project =
                syntax.text("--project", "PROJECT", "Only in this project: " + WHOSE);

        private final Printed<SettingValue> changed = syntax.prints(RecordForms.SETTING);

        Set(CommandContext context) {
            super(
                    context,
                    "Change a setting; the value \"default\" goes back to the default, or with --project to what holds elsewhere.",
                    "",
                    "Example: officina settings set retention.days 30 --project Garden");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            RecordId owner = owner(engine, project);
            engine.settings()
                    .set(
                            key.value(),
                            owner == null ? SettingScope.GLOBAL : SettingScope.PROJECT,
                            owner,
                            parsed(engine));
            SettingValue after = engine.settings().get(key.value(), owner);
            out.print(changed, after, key.value() + " = " + text(after.value()));
            return ExitCode.OK;
        }

        private JsonValue parsed(Engine engine) {
            String text = value.value();
            if (text.equals("default")) {
                return JsonNull.NULL;
            }
            return switch (definition(engine, key.value()).type()) {
                case TEXT, CHOICE -> new JsonText(Inputs.word(text));
                case FLAG -> text.matches("true|false") ? new JsonBoolean(text.equals("true")) : new JsonText(text);
                case NUMBER, COUNT ->
                    text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")
                            ? new JsonNumber(new java.math.BigDecimal(text))
                            : new JsonText(text);
            };
        }
    }

    private static @Nullable RecordId owner(Engine engine, Given<@Nullable String> project) {
        String wanted = project.value();
        return wanted == null ? null : ProjectCommands.find(engine, wanted).id();
    }

    private static String describe(Engine engine, String key) {
        SettingDefinition definition = definition(engine, key);
        return definition.choices().isEmpty()
                ? definition.description()
                : definition.description() + " (" + String.join(", ", definition.choices()) + ")";
    }

    private static SettingDefinition definition(Engine engine, String key) {
        return engine.settings().definitions().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new FailureException(Failure.of(
                        "settings.unknown",
                        ErrorKind.USER,
                        "There is no setting \"" + key + "\".",
                        "\"officina settings list\" shows them.")));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonText(String text) ? text : Json.text(value);
    }
}

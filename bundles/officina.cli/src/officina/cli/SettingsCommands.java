// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonBoolean;
import officina.api.json.JsonNull;
import officina.api.json.JsonNumber;
import officina.api.json.JsonText;
import officina.api.json.JsonValue;
import officina.api.record.SettingScope;
import officina.core.settings.SettingDefinition;
import officina.engine.Engine;
import officina.engine.SettingsService.SettingValue;
import officina.protocol.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code officina settings ...}: what holds everywhere. */
final class SettingsCommands {

    private SettingsCommands() {}

    @Command(name = "settings", description = "Settings.")
    static final class Group extends CommandGroup {}

    @Command(name = "list", description = "All settings with their values.")
    static final class ListSettings extends EngineCommand {

        ListSettings(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<SettingValue> values = engine.settings().definitions().stream()
                    .map(definition -> engine.settings().get(definition.key(), null))
                    .toList();
            if (out.json()) {
                values.forEach(value -> out.print(JsonForms.setting(value), ""));
            } else {
                out.table(values.stream()
                        .map(value -> List.of(value.key(), text(value.value()), describe(engine, value.key())))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    @Command(name = "get", description = "The value of a setting.")
    static final class Get extends EngineCommand {

        @Parameters(paramLabel = "KEY", description = "The setting.")
        String key = "";

        Get(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            SettingValue value = engine.settings().get(key, null);
            out.print(JsonForms.setting(value), text(value.value()));
            return ExitCode.OK;
        }
    }

    @Command(name = "set", description = "Change a setting; the value \"default\" goes back to the default.")
    static final class Set extends EngineCommand {

        @Parameters(index = "0", paramLabel = "KEY", description = "The setting.")
        String key = "";

        @Parameters(index = "1", paramLabel = "VALUE", description = "Its value.")
        String value = "";

        Set(CommandContext context) {
            super(context);
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.settings().set(key, SettingScope.GLOBAL, null, parsed(engine));
            SettingValue after = engine.settings().get(key, null);
            out.print(JsonForms.setting(after), key + " = " + text(after.value()));
            return ExitCode.OK;
        }

        private JsonValue parsed(Engine engine) {
            if (value.equals("default")) {
                return JsonNull.NULL;
            }
            return switch (definition(engine, key).type()) {
                case TEXT, CHOICE -> new JsonText(Inputs.word(value));
                case FLAG -> value.matches("true|false") ? new JsonBoolean(value.equals("true")) : new JsonText(value);
                case NUMBER, COUNT ->
                    value.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?")
                            ? new JsonNumber(new java.math.BigDecimal(value))
                            : new JsonText(value);
            };
        }
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

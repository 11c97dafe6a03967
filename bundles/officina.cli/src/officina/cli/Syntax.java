// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The words that a command takes, declared where they are used; the library reads and explains them. By calls and not by
 * annotations: Java makes classes for those at each start, which took longer than most commands work. One thread.
 */
final class Syntax {

    /** Makes lists and nothing else. The library's own factory looks for Groovy, in all jars, at each start. */
    private static final IFactory FACTORY = Syntax::make;

    /** When a command prints a thing: as often as there are such things. */
    static final String EACH = "for each";

    private final String description;
    private final List<String> footer;
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<PositionalParamSpec> words = new ArrayList<>();
    private final List<Printed<?>> printed = new ArrayList<>();
    private @Nullable CommandSpec spec;

    /**
     * What a command says that it prints with {@code --json}, so that it can.
     *
     * @param when empty for once and always
     */
    record Printed<T>(JsonForm<T> form, String when) {}

    /** Says what the command does, and what is told below its words. */
    Syntax(String description, String... footer) {
        this.description = description;
        this.footer = List.of(footer);
        options.add(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build());
    }

    /** An option that is there or not. */
    Given<Boolean> flag(String name, String help) {
        Given<Boolean> given = new Given<>(false);
        options.add(flag(name, help, given).build());
        return given;
    }

    /** An option without which the command does nothing. */
    void consent(String name, String help) {
        options.add(flag(name, help, new Given<>(false)).required(true).build());
    }

    private static OptionSpec.Builder flag(String name, String help, Given<Boolean> given) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .arity("0")
                .description(help)
                .initialValue(given.value())
                .getter(given)
                .setter(given);
    }

    /** An option with a text. */
    Given<@Nullable String> text(String name, String label, String help) {
        return option(name, label, help, String.class, null, text -> text);
    }

    /** An option with a text that is there without it, too. */
    Given<String> text(String name, String label, String help, String without) {
        return option(name, label, help, String.class, without, text -> text);
    }

    /** An option with a file or folder. */
    Given<@Nullable Path> path(String name, String label, String help) {
        return option(name, label, help, Path.class, null, Syntax::path);
    }

    /** An option with a whole number. */
    Given<Integer> number(String name, String label, String help, int without) {
        return option(name, label, help, int.class, without, Syntax::number);
    }

    /** An option with one of some constants, which are named as people type them. */
    <T extends @Nullable Enum<?>> Given<T> choice(
            String name, String help, Class<? extends Enum<?>> constants, T without) {
        return option(name, "<" + name.substring(2) + ">", help, constants, without, text -> constant(text, constants));
    }

    private static Object constant(String text, Class<? extends Enum<?>> constants) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of "
                        + Arrays.stream(constants.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
    }

    private static Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException _) {
            throw new TypeConversionException("'" + text + "' is not a whole number");
        }
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException _) {
            throw new TypeConversionException("'" + text + "' is not the name of a file or folder");
        }
    }

    /** An option with something that is read from a text. */
    <T extends @Nullable Object> Given<T> option(
            String name, String label, String help, Class<?> type, T without, ITypeConverter<?> reader) {
        Given<T> given = new Given<>(without);
        options.add(
                option(name, label, help, given).type(type).converters(reader).build());
        return given;
    }

    /** An option with several texts, with commas between them or given again. */
    Given<List<String>> list(String name, String label, String help) {
        Given<List<String>> given = new Given<>(List.of());
        options.add(option(name, label, help, given)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .build());
        return given;
    }

    /** An option with a file, which may be given again. */
    Given<List<Path>> files(String name, String label, String help) {
        Given<List<Path>> given = new Given<>(List.of());
        options.add(option(name, label, help, given)
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .converters(Syntax::path)
                .build());
        return given;
    }

    private static OptionSpec.Builder option(String name, String label, String help, Given<?> given) {
        return OptionSpec.builder(name)
                .arity("1")
                .paramLabel(label)
                .description(help)
                .initialValue(given.value())
                .getter(given)
                .setter(given);
    }

    /** The next word, which has to be there. */
    Given<String> word(String label, String help) {
        Given<String> given = new Given<>("");
        words.add(word(label, help, given).type(String.class).build());
        return given;
    }

    /** The same where it names a file. */
    Given<Path> file(String label, String help) {
        Given<Path> given = new Given<>(Path.of(""));
        words.add(word(label, help, given)
                .type(Path.class)
                .converters(Syntax::path)
                .build());
        return given;
    }

    private PositionalParamSpec.Builder word(String label, String help, Given<?> given) {
        return PositionalParamSpec.builder()
                .index(String.valueOf(words.size()))
                .arity("1")
                .required(true)
                .paramLabel(label)
                .description(help)
                .initialValue(given.value())
                .getter(given)
                .setter(given);
    }

    /** All words that are left, at least so many. */
    Given<List<String>> words(int least, String label, String help) {
        Given<List<String>> given = new Given<>(List.of());
        words.add(PositionalParamSpec.builder()
                .index(words.size() + "..*")
                .arity(least + "..*")
                .required(least > 0)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .description(help)
                .initialValue(given.value())
                .getter(given)
                .setter(given)
                .build());
        return given;
    }

    /** The command prints one thing of that form. */
    <T> Printed<T> prints(JsonForm<T> form) {
        return prints(form, "");
    }

    /** The command prints things of that form: "for each", "with {@code --some} option". */
    <T> Printed<T> prints(JsonForm<T> form, String when) {
        Printed<T> said = new Printed<>(form, when);
        printed.add(said);
        return said;
    }

    /** All that the command prints with {@code --json}. */
    List<Printed<?>> printed() {
        return List.copyOf(printed);
    }

    /** What reads the words of a command. */
    static CommandLine parser(CommandSpec command) {
        return new CommandLine(command, FACTORY);
    }

    private static <T> T make(Class<T> type) {
        if (type == List.class) {
            return type.cast(new ArrayList<>());
        }
        throw new IllegalStateException("nobody made " + type + " for the library");
    }

    /** All of it, for the library. Once. */
    CommandSpec of(Object command) {
        CommandSpec made = CommandSpec.wrapWithoutInspection(command, FACTORY);
        made.usageMessage().description(description).footer(footer.toArray(String[]::new));
        options.forEach(made::addOption);
        words.forEach(made::addPositional);
        spec = made;
        return made;
    }

    /** What was made of it. */
    CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("nothing was made of the words of a command");
        }
        return spec.commandLine();
    }

    /** What the command throws where words do not go together; the usage is printed below the message. */
    ParameterException refused(String message) {
        return new ParameterException(command(), message);
    }
}

// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.lock;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a program is locked in by: handed to {@link LockExec} as arguments.
 *
 * @param options what holds or not
 * @param user the number of the user to become; 0 to stay who it is
 * @param parent the process that it must not outlive; 0 where something else sees to that
 * @param limits how much it may take
 * @param executable files that may be run, and read for that
 * @param places what may be read and changed where {@link Option#SEALED} is set
 */
public record LockPlan(
        Set<Option> options, int user, long parent, LockLimits limits, List<Path> executable, Places places) {

    /** What holds or not. */
    public enum Option {
        /** The kernel's Landlock keeps it from all other files: there is nothing else that does. */
        SEALED,
        /** It may start other programs. */
        PROCESSES,
        /** It was handed a socket. */
        UNIX_SOCKETS,
        /** The kernel counts its tasks with all others of the same user, so they cannot be limited by themselves. */
        SHARED_USER
    }

    /**
     * Where it is.
     *
     * @param work where it starts
     * @param readable where it may read
     * @param writable where it may change files as well
     */
    public record Places(Path work, List<Path> readable, List<Path> writable) {

        public Places {
            readable = List.copyOf(readable);
            writable = List.copyOf(writable);
        }
    }

    private static final String END = "--";

    public LockPlan {
        options = Set.copyOf(options);
        executable = List.copyOf(executable);
    }

    boolean sealed() {
        return options.contains(Option.SEALED);
    }

    List<Path> readable() {
        return places.readable();
    }

    List<Path> writable() {
        return places.writable();
    }

    Path work() {
        return places.work();
    }

    /** As arguments of a program, with an end. */
    public List<String> arguments() {
        List<String> all = new ArrayList<>();
        options.stream().sorted().forEach(each -> all.add("option=" + each));
        all.add("user=" + user);
        all.add("parent=" + parent);
        all.add("cpu=" + limits.cpuSeconds());
        all.add("memory=" + limits.memoryBytes());
        all.add("files=" + limits.openFiles());
        all.add("tasks=" + limits.tasks());
        all.add("size=" + limits.fileBytes());
        all.add("work=" + work());
        executable.forEach(each -> all.add("run=" + each));
        readable().forEach(each -> all.add("read=" + each));
        writable().forEach(each -> all.add("write=" + each));
        all.add(END);
        return all;
    }

    /** A plan, and the program that is to be run by it, with its arguments, the first of which is its name. */
    record WithCommand(LockPlan plan, List<String> command) {}

    /** What {@link #arguments} and a command after them say. */
    static WithCommand parse(List<String> arguments) {
        int end = arguments.indexOf(END);
        if (end < 0 || end >= arguments.size() - 2) {
            throw new LockFailedException("there is no command to run");
        }
        Set<Option> options = EnumSet.noneOf(Option.class);
        List<Path> executable = new ArrayList<>();
        List<Path> readable = new ArrayList<>();
        List<Path> writable = new ArrayList<>();
        Path work = Path.of("/");
        long[] numbers = new long[NUMBERS.size()];
        for (String each : arguments.subList(0, end)) {
            int at = each.indexOf('=');
            String name = at < 0 ? each : each.substring(0, at);
            String value = each.substring(at + 1);
            switch (name) {
                case "option" -> options.add(Option.valueOf(value));
                case "work" -> work = Path.of(value);
                case "run" -> executable.add(Path.of(value));
                case "read" -> readable.add(Path.of(value));
                case "write" -> writable.add(Path.of(value));
                default -> numbers[number(name)] = Long.parseLong(value);
            }
        }
        LockLimits limits = new LockLimits(numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
        LockPlan plan = new LockPlan(
                options, (int) numbers[0], numbers[1], limits, executable, new Places(work, readable, writable));
        return new WithCommand(plan, List.copyOf(arguments.subList(end + 1, arguments.size())));
    }

    private static final List<String> NUMBERS = List.of("user", "parent", "cpu", "memory", "files", "tasks", "size");

    private static int number(String name) {
        int at = NUMBERS.indexOf(name);
        if (at < 0) {
            throw new LockFailedException("no part of a plan: " + name);
        }
        return at;
    }
}

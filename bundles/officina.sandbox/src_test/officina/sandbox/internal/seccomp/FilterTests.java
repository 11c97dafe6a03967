// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal.seccomp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterTests {

    private static final int SELF = 4711;
    private static final Freedom ALONE = new Freedom(false, false, false);
    private static final Freedom FREE = new Freedom(true, true, false);
    private static final Freedom SEALED = new Freedom(true, true, true);

    private final SystemCalls calls = SystemCalls.read();

    /** What must never be done, whatever a program was granted; by heart, not from the table. */
    private static final Set<String> NEVER = Set.of(
            "ptrace",
            "process_vm_readv",
            "process_vm_writev",
            "pidfd_getfd",
            "kcmp",
            "bpf",
            "perf_event_open",
            "userfaultfd",
            "io_uring_setup",
            "io_uring_enter",
            "io_uring_register",
            "kexec_load",
            "kexec_file_load",
            "mount",
            "umount2",
            "pivot_root",
            "chroot",
            "open_tree",
            "move_mount",
            "fsopen",
            "fsmount",
            "fsconfig",
            "fspick",
            "mount_setattr",
            "unshare",
            "setns",
            "clone3",
            "keyctl",
            "add_key",
            "request_key",
            "init_module",
            "finit_module",
            "delete_module",
            "reboot",
            "swapon",
            "swapoff",
            "settimeofday",
            "clock_settime",
            "sethostname",
            "open_by_handle_at",
            "name_to_handle_at",
            "fanotify_init",
            "quotactl",
            "acct",
            "syslog",
            "setuid",
            "setgid",
            "setresuid",
            "setresgid",
            "setgroups",
            "capset",
            "mknodat",
            "memfd_create",
            "memfd_secret",
            "shmget",
            "shmat",
            "mq_open",
            "rt_sigqueueinfo",
            "pidfd_send_signal",
            "openat2",
            "execveat");

    @ParameterizedTest
    @EnumSource(Machine.class)
    void every_number_is_answered_as_the_table_says(Machine machine) {
        Map<Integer, SystemCall> known = new TreeMap<>();
        calls.rows().forEach(row -> {
            Integer number = row.numbers().get(machine);
            if (number != null) {
                assertEquals(null, known.put(number, row), "twice: " + number);
            }
        });
        FilterMachine alone = new FilterMachine(Filter.of(calls, machine, ALONE, SELF));
        for (int number = 0; number < 1024; number++) {
            SystemCall row = known.get(number);
            int expected = row == null
                    ? Filter.ABSENT
                    : switch (row.verdict()) {
                        case ALLOW -> Filter.ALLOW;
                        case REFUSE, PROCESSES, UNIX -> Filter.REFUSE;
                        case ABSENT -> Filter.ABSENT;
                    };
            // arguments for which no condition of the table holds, where there are some
            long[] harmless = row == null ? new long[0] : harmless(row.name());
            assertEquals(expected, alone.run(machine.audit(), number, harmless), machine + " " + number + " " + row);
        }
    }

    private static long[] harmless(String name) {
        return switch (name) {
            case "clone" -> new long[] {0x10000};
            case "tgkill" -> new long[] {SELF};
            case "socketpair" -> new long[] {1, 1};
            case "ioctl" -> new long[] {0, 0x5401};
            case "personality" -> new long[] {0xffffffffL};
            default -> new long[0];
        };
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void what_must_never_be_done_is_not_done_even_for_a_program_with_every_freedom(Machine machine) {
        FilterMachine filter = new FilterMachine(Filter.of(calls, machine, FREE, SELF));
        Set<String> done = calls.rows().stream()
                .filter(row -> NEVER.contains(row.name()) && row.numbers().containsKey(machine))
                .filter(row -> filter.run(machine.audit(), row.numbers().get(machine)) == Filter.ALLOW)
                .map(SystemCall::name)
                .collect(Collectors.toSet());
        assertEquals(Set.of(), done);
        Set<String> missing = new HashSet<>(NEVER);
        calls.rows().forEach(row -> missing.remove(row.name()));
        assertEquals(Set.of(), missing, "a name that the table does not have would be tested by nothing");
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void arguments_decide_where_the_table_says_so(Machine machine) {
        Judge alone = new Judge(machine, ALONE);
        Judge free = new Judge(machine, FREE);
        // sockets: only of this machine, only where one was handed in
        assertEquals(List.of(Filter.REFUSE, Filter.ALLOW), List.of(alone.of("socket", 1), free.of("socket", 1)));
        for (int family : new int[] {0, 2, 10, 16, 17, 38, 40, 44}) {
            assertEquals(Filter.REFUSE, free.of("socket", family), "family " + family);
        }
        // two ends that are connected already, as Java makes itself; not ones that send to any name
        assertEquals(Filter.ALLOW, alone.of("socketpair", 1, 0x80801));
        assertEquals(Filter.REFUSE, alone.of("socketpair", 1, 0x80802));
        assertEquals(Filter.REFUSE, free.of("socketpair", 2, 1));
        // the upper half of a register is nothing to the kernel
        assertEquals(Filter.REFUSE, free.of("socket", 0x1_0000_0010L));
        // a thread is no process, and neither gets namespaces
        assertEquals(Filter.ALLOW, alone.of("clone", 0x3D0F00));
        assertEquals(Filter.REFUSE, alone.of("clone", 0x11));
        assertEquals(Filter.ALLOW, free.of("clone", 0x11));
        for (int namespace : new int[] {0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000}) {
            assertEquals(Filter.REFUSE, free.of("clone", 0x11 | namespace), Integer.toHexString(namespace));
            assertEquals(Filter.REFUSE, alone.of("clone", 0x10000 | namespace), Integer.toHexString(namespace));
        }
        // signals and limits: to itself
        assertEquals(Filter.ALLOW, alone.of("tgkill", SELF, 1, 9));
        assertEquals(Filter.REFUSE, alone.of("tgkill", SELF + 1, 1, 9));
        assertEquals(Filter.REFUSE, alone.of("kill", 1, 9));
        assertEquals(Filter.ALLOW, alone.of("prlimit64", 0));
        assertEquals(Filter.ALLOW, alone.of("prlimit64", SELF));
        assertEquals(Filter.REFUSE, free.of("prlimit64", 1));
        // it stays bound to its parent, and types nothing into a terminal
        assertEquals(Filter.REFUSE, free.of("prctl", 1));
        assertEquals(Filter.ALLOW, free.of("prctl", 15));
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x5412));
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x1_0000_5412L));
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x541C));
        assertEquals(Filter.ALLOW, free.of("ioctl", 0, 0x5401));
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x40086602), "flags of a file that may only be read");
        // nobody else is signalled by what happens at a file
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x8901));
        assertEquals(Filter.REFUSE, free.of("ioctl", 0, 0x8902));
        for (int owner : new int[] {8, 10, 15}) {
            assertEquals(Filter.REFUSE, free.of("fcntl", 0, owner), "fcntl " + owner);
        }
        assertEquals(Filter.ALLOW, free.of("fcntl", 0, 1030), "a second number that is closed at execve");
        // no program that runs as its owner
        assertEquals(Filter.REFUSE, free.of("fchmodat", -100, 0, 0x800 | 0755));
        assertEquals(Filter.ALLOW, free.of("fchmodat", -100, 0, 0755));
        assertEquals(Filter.REFUSE, free.of("openat", -100, 0, 0x40 | 1, 0x400 | 0644));
        assertEquals(Filter.ALLOW, free.of("openat", -100, 0, 0x40 | 1, 0644));
        assertEquals(
                Filter.ALLOW, free.of("openat", -100, 0, 0, 0xFFFF), "without O_CREAT the mode is what was left there");
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void what_landlock_does_not_look_at_is_not_done_where_there_is_nothing_else(Machine machine) {
        Judge sealed = new Judge(machine, SEALED);
        Judge enclosed = new Judge(machine, FREE);
        List<String> names = calls.rows().stream()
                .filter(row -> row.numbers().containsKey(machine))
                .map(SystemCall::name)
                .filter(name -> name.matches("(f|l)?(chmod|chown)(at)?|l?(get|list)xattr|[lf]?(set|remove)xattr"
                        + "|utimes?|futimesat|utimensat|inotify_add_watch"))
                .toList();
        assertTrue(names.size() >= 15, names::toString);
        for (String name : names) {
            assertEquals(List.of(Filter.REFUSE, Filter.ALLOW), List.of(sealed.of(name), enclosed.of(name)), name);
        }
        assertEquals(Filter.ALLOW, sealed.of("fgetxattr"), "a file that it may read");
    }

    @Test
    void calls_in_the_form_of_another_machine_end_the_process() {
        FilterMachine filter = new FilterMachine(Filter.of(calls, Machine.X86_64, FREE, SELF));
        assertEquals(Filter.KILL, filter.run(0x40000003, 0));
        assertEquals(Filter.KILL, filter.run(Machine.AARCH64.audit(), 0));
        assertEquals(Filter.ABSENT, filter.run(Machine.X86_64.audit(), 0x40000000 | 1));
        assertEquals(Filter.ABSENT, filter.run(Machine.X86_64.audit(), -1));
    }

    @ParameterizedTest
    @EnumSource(Machine.class)
    void a_filter_is_within_what_the_kernel_takes(Machine machine) {
        Filter filter = Filter.of(calls, machine, ALONE, SELF);
        assertTrue(filter.length() < 4096, filter.length() + " instructions");
        assertEquals(filter.length() * 8, filter.bytes().length);
    }

    private final class Judge {

        private final Machine machine;
        private final FilterMachine filter;

        Judge(Machine machine, Freedom freedom) {
            this.machine = machine;
            filter = new FilterMachine(Filter.of(calls, machine, freedom, SELF));
        }

        int of(String call, long... arguments) {
            return filter.run(machine.audit(), calls.number(call, machine), arguments);
        }
    }
}

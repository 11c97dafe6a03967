// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import officina.sandbox.internal.trial.Grounds;

/** Every way out that is tried, aimed at these grounds; the same ways in the same order for each. */
final class Escapes {

    /** Calls of the kernel with arguments that it refuses to do anything with, once it looks at them. */
    private static final List<String> CALLS = List.of(
            "ptrace:-1:0",
            "process_vm_readv:-1",
            "pidfd_open:-1",
            "kcmp:-1:-1",
            "bpf:-1",
            "perf_event_open:-1",
            "userfaultfd:-1",
            "io_uring_setup:-1:-1",
            "mount:-1:-1:-1",
            "umount2:-1",
            "pivot_root:-1:-1",
            "chroot:-1",
            "open_tree:-1:-1:0",
            "move_mount:-1:-1:-1:-1:0",
            "fsopen:-1",
            "mount_setattr:-1:-1:0:-1:32",
            "unshare:-1",
            "setns:-1",
            "clone3:0",
            "clone:0x10010000",
            "keyctl:-1",
            "add_key:-1:-1",
            "request_key:-1",
            "init_module:-1",
            "swapon:-1",
            "settimeofday:-1",
            "open_by_handle_at:-1:-1",
            "name_to_handle_at:-1:-1:-1:-1",
            "fanotify_init:-1:-1",
            "quotactl:-1",
            "setuid:-1",
            "setgroups:-1",
            "capset:-1",
            "mknodat:-1:-1:0x2000",
            "memfd_create:-1",
            "shmget:-1:0",
            "msgget:-1:0",
            "mq_open:-1",
            "prctl:1:0",
            "ioctl:0:0x5412:-1",
            "ioctl:0:0x8901:-1",
            "ioctl:0:0x8902:-1",
            "ioctl:0:0x40086602:-1",
            "fcntl:0:8:0",
            "fcntl:0:10:0",
            "fcntl:0:15:-1",
            "fcntl:0:1024:-1",
            "seccomp:-1",
            "openat2:-1:-1:-1:24",
            "execveat:-1:-1",
            "setpriority:-1");

    /** More than any limit of these tests. */
    static final String SPAWN = "SPAWN=64:/usr/bin/sleep";

    private Escapes() {}

    /**
     * What must be held.
     *
     * @param process another one, of this machine
     * @param socket the name of a socket without a file
     */
    static List<String> of(Grounds grounds, long process, String socket) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "READ=" + grounds.secret(),
                "READ=../../outside/secret",
                "READ=/etc/passwd",
                "READ_FROM_ROOT=" + grounds.secret(),
                "READ_BY_LINK=" + grounds.secret(),
                "READ_BY_HARD_LINK=" + grounds.secret(),
                "LIST=" + grounds.outside(),
                "LIST=/usr/bin",
                "WRITE=" + grounds.unguarded().resolve("new"),
                "WRITE=" + grounds.readable().resolve("new"),
                "CUT_SHORT=" + grounds.victim("cut"),
                "DELETE=" + grounds.victim("gone"),
                "MOVE=" + grounds.victim("moved"),
                "RUN_AS_OWNER=owner",
                "CHMOD=" + grounds.victim("mode"),
                "CHMOD=" + grounds.given(),
                "CHMOD_OPEN=" + grounds.given(),
                "CHOWN=" + grounds.victim("owner"),
                "XATTR=" + grounds.victim("attribute"),
                "LIST_XATTR=" + grounds.secret(),
                "TIMES=" + grounds.victim("times"),
                "TIMES_OPEN=" + grounds.given(),
                "WATCH=" + grounds.secret(),
                "VARIABLE=PATH",
                "SEE=" + process,
                "READ=/proc/" + process + "/environ",
                "LIST=/proc/" + process + "/fd",
                "SIGNAL=" + process,
                "SIGNAL_THREAD=" + process,
                "LIMITS_OF=" + process,
                "RUN=/usr/bin/true",
                SPAWN,
                "BECOME=program",
                "TCP=" + grounds.tcp(),
                "UDP=" + grounds.udp(),
                "UNIX=" + grounds.otherSocket(),
                "ABSTRACT=" + socket,
                "SOCKET=40:1",
                "SOCKET=16:3",
                "SOCKET=17:3",
                "SOCKET=38:5",
                "SOCKET=2:1",
                "SOCKET=10:2"));
        CALLS.forEach(each -> all.add("CALL=" + each));
        all.addAll(List.of(
                "MEMORY=" + (1L << 30),
                "FILES=200",
                "LENGTH=" + (2 << 20),
                "ROOM=" + (16 << 20) + ":/tmp",
                "TASKS=200"));
        return all;
    }

    /** What must be done: a sandbox that holds everything holds nothing in particular. */
    static List<String> granted(Grounds grounds) {
        return Stream.of(
                        "READ=" + grounds.given(),
                        "WRITE=" + grounds.writable().resolve("mine"),
                        "READ=" + grounds.writable().resolve("mine"),
                        "WRITE=own",
                        "READ=own",
                        "LENGTH=" + (1 << 19),
                        "FILES=16",
                        "TASKS=8",
                        "MEMORY=" + (1 << 20),
                        "VARIABLE=HOME")
                .toList();
    }
}

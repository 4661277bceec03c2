package org.diestra.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the kernel says of running processes (proc(5)): CPU time and memory, measured from outside,
 * so that the one that asks is not counted.
 */
final class Processes {
  /** Clock ticks a second; 100 on every Linux that Java runs on. */
  private static final double TICKS = 100;

  private static final int STATE = 0;
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private Processes() {}

  /** Seconds of CPU of these and of their children, those that have ended included. */
  static double cpu(List<Long> pids) {
    return all()
            .filter(pid -> pids.contains(pid) || pids.contains(parent(pid)))
            .mapToLong(pid -> ticks(pid))
            .sum()
        / TICKS;
  }

  /** Megabytes that the process holds in memory. */
  static long residentMegabytes(long pid) {
    try (var lines = Files.lines(Path.of("/proc", "" + pid, "status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long parent(long pid) {
    var stat = stat(pid);
    return stat.isEmpty() ? -1 : Long.parseLong(stat.get(PARENT));
  }

  private static long ticks(long pid) {
    var stat = stat(pid);
    return stat.isEmpty() || stat.get(STATE).equals("Z")
        ? 0
        : stat.subList(USER, CHILDREN_SYSTEM + 1).stream().mapToLong(Long::parseLong).sum();
  }

  /** The fields after the name, which may hold anything; none where the process has just ended. */
  private static List<String> stat(long pid) {
    try {
      var line = Files.readString(Path.of("/proc", "" + pid, "stat"));
      return List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" "));
    } catch (IOException gone) {
      return List.of();
    }
  }

  private static Stream<Long> all() {
    return ProcessHandle.allProcesses().map(ProcessHandle::pid);
  }
}

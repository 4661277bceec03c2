package org.diestra.platform.data;

import java.util.Locale;

/** What we run on, in the words of the archives with PostgreSQL's programs. */
final class Machine {
  private Machine() {}

  static String user() {
    return property("user.name");
  }

  static String system() {
    var name = property("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name;
  }

  static String processor() {
    return switch (property("os.arch")) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64" -> "arm_64";
      case String other -> other;
    };
  }

  private static String property(String name) {
    var value = System.getProperty(name);
    return value == null ? "" : value;
  }
}

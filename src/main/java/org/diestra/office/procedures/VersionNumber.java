package org.diestra.office.procedures;

/**
 * Which version of a procedure: {@code 2.1.0}. The first is 1.0.0.
 *
 * @param major counts changes of meaning, from 1
 * @param minor counts what was added since
 * @param patch counts corrections since
 */
public record VersionNumber(int major, int minor, int patch) {
  public static final VersionNumber FIRST = new VersionNumber(1, 0, 0);

  public VersionNumber {
    if (major < 1 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException(major + "." + minor + "." + patch);
    }
  }

  public VersionNumber after(Change change) {
    return switch (change) {
      case MAJOR -> new VersionNumber(major + 1, 0, 0);
      case MINOR -> new VersionNumber(major, minor + 1, 0);
      case PATCH -> new VersionNumber(major, minor, patch + 1);
    };
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}

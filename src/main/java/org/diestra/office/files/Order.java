package org.diestra.office.files;

import java.util.List;
import java.util.Locale;

/** By what a list of files is sorted; folders always come first. */
enum Order {
  NAME("not folder, folded, id", ">", "not folder, folded, id"),
  CHANGED("folder, changed_at, id", "<", "folder desc, changed_at desc, id desc"),
  SIZE("folder, size, id", "<", "folder desc, size desc, id desc");

  private final String key;
  private final String behind;
  private final String columns;

  Order(String key, String behind, String columns) {
    this.key = key;
    this.behind = behind;
    this.columns = columns;
  }

  /** What tells its place, as the database compares it. */
  String key() {
    return key;
  }

  /** How what comes behind compares. */
  String behind() {
    return behind;
  }

  String columns() {
    return columns;
  }

  /** As it stands in an address. */
  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Order read(String slug) {
    return List.of(values()).stream().filter(o -> o.slug().equals(slug)).findFirst().orElse(NAME);
  }
}

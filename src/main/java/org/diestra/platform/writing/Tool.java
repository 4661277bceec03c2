package org.diestra.platform.writing;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A button of the editor, in the order of its toolbar. */
enum Tool {
  BOLD("bold", "Control+B Meta+B"),
  ITALIC("italic", "Control+I Meta+I"),
  HEADING("heading", null),
  LIST("list", null),
  NUMBERS("list-ordered", null),
  CHECKLIST("list-checks", null),
  LINK("link", "Control+K Meta+K"),
  FILE("image-plus", null);

  private final String icon;
  private final @Nullable String keys;

  Tool(String icon, @Nullable String keys) {
    this.icon = icon;
    this.keys = keys;
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "writing.tool." + slug();
  }

  String icon() {
    return icon;
  }

  @Nullable String keys() {
    return keys;
  }

  /** Whether it needs a place to upload to. */
  boolean brings() {
    return this == FILE;
  }
}

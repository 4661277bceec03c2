package org.diestra.office.letters;

/** What a template is written as. */
enum Kind {
  /** Printed, with an address for the envelope's window; its body is Markdown. */
  LETTER("file-text"),
  /** Opened in the writer's own mail program; its body is plain text. */
  MAIL("mail");

  private final String icon;

  Kind(String icon) {
    this.icon = icon;
  }

  String icon() {
    return icon;
  }

  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  String key() {
    return "letters.kind." + slug();
  }
}

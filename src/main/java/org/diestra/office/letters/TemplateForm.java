package org.diestra.office.letters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A template as a browser sends it.
 *
 * @param seen the version that was on the page, 0 for a new one
 */
record TemplateForm(
    String kind,
    String language,
    String name,
    String subject,
    String body,
    @Nullable Integer seen) {
  static final int LONGEST_NAME = 80;
  static final int LONGEST_SUBJECT = 200;
  static final int LONGEST_BODY = 20_000; // characters
  static final int MOST_FIELDS = 30;

  static TemplateForm blank(Locale language) {
    return new TemplateForm(Kind.LETTER.slug(), language.getLanguage(), "", "", "", 0);
  }

  static TemplateForm of(Template it) {
    return new TemplateForm(
        it.kind().slug(),
        it.language().getLanguage(),
        it.name(),
        it.subject(),
        it.body(),
        it.version());
  }

  /** 0 where nobody sent one, as for a new template. */
  int version() {
    return seen == null ? 0 : seen;
  }

  /** In which language its fields are named. */
  Locale locale() {
    return Locale.of("es".equals(language) ? "es" : "en");
  }

  Template.@Nullable Text read(Problems problems) {
    var typed = new Typed(problems);
    var which = kinds();
    if (which.isEmpty()) {
      problems.add("kind", "letters.kind.choose");
    }
    if (!"es".equals(language) && !"en".equals(language)) {
      problems.add("language", "letters.language.choose");
    }
    var called = typed.line("name", name, LONGEST_NAME, "letters.name.missing");
    var about = typed.line("subject", subject, LONGEST_SUBJECT);
    var text = typed.text("body", body, LONGEST_BODY, "letters.body.missing");
    var fields = new MergeText(about + "\n" + text).own().size();
    if (fields > MOST_FIELDS) {
      problems.add("body", "letters.fields.many", MOST_FIELDS, fields);
    }
    return problems.any()
        ? null
        : new Template.Text(which.orElseThrow(), locale(), called, about, text);
  }

  private Optional<Kind> kinds() {
    return Arrays.stream(Kind.values()).filter(k -> k.slug().equals(kind)).findFirst();
  }
}

package org.diestra.office.tables;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;
import org.diestra.office.fields.Settings;
import org.diestra.office.fields.Settings.Choice;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A field as a browser sends it: {@code name}, {@code required}, what its kind asks for, and {@code
 * choice-~001} and so on for each choice that is there.
 */
record FieldForm(FieldKind kind, Map<String, String> sent) {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final int CHOICE = 80;

  FieldForm {
    sent = Map.copyOf(sent);
  }

  static Field field(String name, FieldKind kind, boolean required, Settings settings) {
    return new Field(0, name, kind, required, settings, 0, null, false);
  }

  String value(String name, String otherwise) {
    return sent.getOrDefault(name, otherwise);
  }

  /**
   * @param was the field as it is; null for a new one
   * @param tables where a link may lead
   */
  @Nullable Field read(@Nullable Field was, List<Table> tables, Problems problems) {
    var typed = new Typed(problems);
    var name = typed.line("name", sent.get("name"), TableForm.LONGEST, "tables.field.name.missing");
    boolean required = "true".equals(sent.get("required"));
    var before = was == null ? Settings.NONE : was.settings();
    var settings =
        new Settings(
            decimals(before, problems),
            was == null ? currency(problems) : before.currency(),
            was == null ? country() : before.country(),
            kind == FieldKind.CHOICE ? choices(before, typed) : List.of(),
            was == null ? target(tables, problems) : before.target());
    if (problems.any()) {
      return null;
    }
    return was == null
        ? field(name, kind, required, settings)
        : new Field(
            was.number(), name, kind, required, settings, was.place(), was.slot(), was.retired());
  }

  private int decimals(Settings before, Problems problems) {
    if (kind != FieldKind.NUMBER) {
      return before.decimals();
    }
    var read =
        new Typed(problems)
            .number("decimals", sent.get("decimals"), 0, 6, "tables.field.decimals.wrong");
    return read == null ? before.decimals() : read;
  }

  private String currency(Problems problems) {
    var code = sent.getOrDefault("currency", "EUR");
    boolean known =
        Currency.getAvailableCurrencies().stream().anyMatch(c -> c.getCurrencyCode().equals(code));
    if (!known) {
      problems.add("currency", "tables.field.currency.wrong");
    }
    return known ? code : "EUR";
  }

  private String country() {
    var code = Typed.line(sent.get("country")).toUpperCase(Locale.ROOT);
    return COUNTRIES.contains(code) ? code : "";
  }

  private @Nullable UUID target(List<Table> tables, Problems problems) {
    if (kind != FieldKind.LINK) {
      return null;
    }
    var asked = Ids.read(sent.getOrDefault("target", ""));
    var found =
        tables.stream().map(t -> t.id().value()).filter(id -> asked.filter(id::equals).isPresent());
    var target = found.findFirst().orElse(null);
    if (target == null) {
      problems.add("target", "tables.field.target.missing");
    }
    return target;
  }

  /** What is there keeps its id, an emptied one is retired; new ones stand a line each. */
  private List<Choice> choices(Settings before, Typed typed) {
    var all = new ArrayList<Choice>();
    for (var choice : before.choices()) {
      var field = "choice-" + choice.id();
      var name = typed.line(field, sent.getOrDefault(field, choice.name()), CHOICE);
      all.add(new Choice(choice.id(), name.isEmpty() ? choice.name() : name, name.isEmpty()));
    }
    var lines = typed.text("choices", sent.get("choices"), Field.LONGEST).lines();
    lines
        .map(Typed::line)
        .filter(l -> !l.isEmpty())
        .forEach(line -> {
          typed.line("choices", line, CHOICE);
          boolean there = all.stream().anyMatch(c -> c.name().equalsIgnoreCase(line));
          if (!there) {
            all.add(new Choice(Choice.id(all.size() + 1), line, false));
          }
        });
    if (all.stream().allMatch(Choice::retired)) {
      typed.problems().add("choices", "tables.field.choices.missing");
    } else if (all.size() > Settings.MOST_CHOICES) {
      typed.problems().add("choices", "tables.field.choices.most", Settings.MOST_CHOICES);
    }
    return all;
  }
}

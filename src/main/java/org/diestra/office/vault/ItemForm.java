package org.diestra.office.vault;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.diestra.office.vault.Item.Head;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.OneTimeCode;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A secret as a browser sends it. On a change, what is hidden and left empty stays as it is.
 *
 * @param forget hidden parts that are to be empty from now on
 * @param seen the version that the form was made from
 */
record ItemForm(
    @Nullable String kind,
    @Nullable String area,
    @Nullable String name,
    @Nullable String site,
    @Nullable String username,
    @Nullable String password,
    @Nullable String codes,
    @Nullable String holder,
    @Nullable String number,
    @Nullable String expiry,
    @Nullable String security,
    @Nullable String pin,
    @Nullable String text,
    @Nullable String masked,
    @Nullable String kept,
    @Nullable List<String> forget,
    @Nullable String seen) {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_SITE = 300;
  private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");
  private static final Pattern EXPIRY = Pattern.compile("(0[1-9]|1[0-2])/([0-9]{2}|20[0-9]{2})");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{3,12}");

  static ItemForm blank(Pass pass, Kind kind) {
    var first = pass.working().iterator().next().slug();
    return new ItemForm(
        kind.slug(), first, "", "", "", "", "", "", "", "", "", "", "", "", "", List.of(), "");
  }

  /** What is not hidden, to be changed. */
  static ItemForm of(Item item, Secret secret) {
    var head = item.head();
    return new ItemForm(
        head.kind().slug(),
        head.area().slug(),
        head.name(),
        head.site(),
        secret.part(Field.USERNAME),
        "",
        "",
        secret.part(Field.HOLDER),
        "",
        secret.part(Field.EXPIRY),
        "",
        "",
        "",
        String.valueOf(head.masked()),
        String.valueOf(head.kept()),
        List.of(),
        String.valueOf(item.version()));
  }

  /**
   * Of an item that is there: what it is does not change.
   *
   * @param forgets whether parts of it may be deleted
   */
  ItemForm as(Kind there, boolean forgets) {
    return new ItemForm(
        there.slug(),
        area,
        name,
        site,
        username,
        password,
        codes,
        holder,
        number,
        expiry,
        security,
        pin,
        text,
        masked,
        kept,
        forgets ? forget : null,
        seen);
  }

  Kind sort() {
    return Kind.read(kind == null ? "" : kind).orElse(Kind.LOGIN);
  }

  List<String> forgotten() {
    return forget == null ? List.of() : forget;
  }

  int version() {
    var digits = Typed.line(seen);
    return digits.matches("[0-9]{1,9}") ? Integer.parseInt(digits) : 0;
  }

  @Nullable String value(Field field) {
    return switch (field) {
      case USERNAME -> username;
      case PASSWORD -> password;
      case CODES -> codes;
      case HOLDER -> holder;
      case NUMBER -> number;
      case EXPIRY -> expiry;
      case SECURITY -> security;
      case PIN -> pin;
      case TEXT -> text;
    };
  }

  /** Null where there is a problem. */
  @Nullable Head head(Pass pass, Problems problems) {
    var typed = new Typed(problems);
    var called = typed.line("name", name, LONGEST_NAME, "vault.name.missing");
    var used = typed.line("site", site, LONGEST_SITE);
    var chosen = Area.read(area == null ? "" : area).filter(pass::works).orElse(null);
    if (chosen == null) {
      problems.add("area", "vault.area.missing");
      return null;
    }
    return new Head(chosen, sort(), called, used, "true".equals(masked), "true".equals(kept));
  }

  /**
   * @param before what it was, of which hidden parts stay that nothing is typed for
   */
  Secret secret(Secret before, Problems problems) {
    var typed = new Typed(problems);
    Map<Field, String> parts = new EnumMap<>(Field.class);
    for (var field : sort().fields()) {
      var said = said(field, typed);
      var kept = field.hidden() && said.isEmpty() ? before.part(field) : null;
      boolean gone = forgotten().contains(field.slug());
      parts.put(field, gone ? "" : kept != null ? kept : checked(field, said, problems));
    }
    var secret = new Secret(parts);
    if (problems.none() && secret.parts().keySet().stream().noneMatch(Field::hidden)) {
      problems.add(
          sort().fields().stream().filter(Field::hidden).findFirst().orElseThrow().slug(),
          "vault.secret.missing");
    }
    return secret;
  }

  private String said(Field field, Typed typed) {
    return switch (field) {
      case TEXT -> typed.text(field.slug(), text, field.longest());
      // a password may begin or end with a space
      case PASSWORD -> asTyped(password, typed);
      default -> typed.line(field.slug(), value(field), field.longest());
    };
  }

  private static String asTyped(@Nullable String password, Typed typed) {
    if (password == null || password.isEmpty()) {
      return "";
    }
    typed.line(Field.PASSWORD.slug(), password, Field.PASSWORD.longest()); // how long it is
    return password;
  }

  private static String checked(Field field, String said, Problems problems) {
    if (said.isEmpty()) {
      return said;
    }
    return switch (field) {
      case CODES -> {
        var codes = OneTimeCode.read(said);
        yield codes.isPresent()
            ? codes.get().address()
            : wrong(field, "vault.codes.wrong", problems);
      }
      case NUMBER -> {
        var digits = said.replaceAll("[ -]", "");
        yield CARD.matcher(digits).matches() && luhn(digits)
            ? digits
            : wrong(field, "vault.number.wrong", problems);
      }
      case EXPIRY ->
          EXPIRY.matcher(said).matches() ? said : wrong(field, "vault.expiry.wrong", problems);
      case SECURITY, PIN ->
          DIGITS.matcher(said).matches() ? said : wrong(field, "vault.digits.wrong", problems);
      default -> said;
    };
  }

  private static String wrong(Field field, String key, Problems problems) {
    problems.add(field.slug(), key);
    return "";
  }

  /** Whether the last digit checks the others (ISO/IEC 7812-1, annex B). */
  private static boolean luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int counted = i % 2 == 0 ? digit : digit * 2;
      sum += counted > 9 ? counted - 9 : counted;
    }
    return sum % 10 == 0;
  }

  /** Nobody's log tells it. */
  @Override
  public String toString() {
    return "ItemForm[" + name + "]";
  }
}

package org.diestra.office.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.fields.Field;
import org.diestra.office.fields.FieldKind;

/**
 * One condition on rows.
 *
 * @param value in the form that is kept; empty where the sort asks for none
 */
public record Filter(Field field, Sort sort, String value) {

  /** What is asked of a value. */
  public enum Sort {
    IS,
    BEGINS,
    FROM,
    TO,
    EMPTY,
    FILLED;

    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sort> read(String slug) {
      return Arrays.stream(values()).filter(s -> s.slug().equals(slug)).findFirst();
    }

    public String key() {
      return "tables.filter." + slug();
    }

    boolean bare() {
      return this == EMPTY || this == FILLED;
    }

    boolean fits(Field field) {
      return switch (this) {
        case FROM, TO -> field.kind().ordered();
        case BEGINS ->
            !field.kind().ordered()
                && field.kind() != FieldKind.CHOICE
                && field.kind() != FieldKind.LINK;
        default -> true;
      };
    }

    /** Which may be asked of that field. */
    static List<Sort> of(Field field) {
      return Arrays.stream(values()).filter(s -> s.fits(field)).toList();
    }
  }

  /** The condition as SQL, for the parameter of that name. */
  String sql(String parameter) {
    var key = "r.k" + field.slot();
    return switch (sort) {
      case IS -> key + " = :" + parameter;
      case BEGINS ->
          "%s >= :%s and %s < :%s || chr(1114111)".formatted(key, parameter, key, parameter);
      case FROM -> key + " >= :" + parameter;
      case TO -> "%s > '' and %s <= :%s".formatted(key, key, parameter);
      case EMPTY -> key + " = ''";
      case FILLED -> key + " > ''";
    };
  }

  /** What its parameter holds. */
  String key() {
    return value.isEmpty() ? "" : field.key(value);
  }
}

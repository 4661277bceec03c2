package org.diestra.platform.page;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * One message on the page that follows a redirect: {@code Flash.ok(redirect, "jobs.published",
 * title)}. It waits in a cookie, so its arguments are short texts, numbers, amounts or dates;
 * others wait in the session.
 */
public record Flash(Kind kind, String key, List<Serializable> args, @Nullable String undoHref)
    implements Serializable {
  static final String NAME = "flash";

  enum Kind {
    OK,
    NOTE,
    STOP
  }

  /** It is done. */
  public static void ok(RedirectAttributes to, String key, Object... args) {
    put(to, Kind.OK, key, List.of(args), null);
  }

  /** It is done and can be undone: the message carries a form that posts to the address. */
  public static void undoable(RedirectAttributes to, String undoHref, String key, Object... args) {
    put(to, Kind.OK, key, List.of(args), undoHref);
  }

  /** Something to know, neither good nor bad. */
  public static void note(RedirectAttributes to, String key, Object... args) {
    put(to, Kind.NOTE, key, List.of(args), null);
  }

  /** It was refused, and there is no form to show it at. */
  public static void refused(RedirectAttributes to, Refusal why) {
    put(to, Kind.STOP, why.key(), why.args(), null);
  }

  /** Its class in the styles. */
  String tone() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  String picture() {
    return switch (kind) {
      case OK -> "circle-check";
      case NOTE -> "info";
      case STOP -> "circle-alert";
    };
  }

  @Nullable Object[] values() {
    return args.stream().map(a -> a instanceof Amount amount ? amount.money() : a).toArray();
  }

  private static void put(
      RedirectAttributes to, Kind kind, String key, List<Object> args, @Nullable String undoHref) {
    var kept = args.stream().map(Flash::kept).toList();
    to.addFlashAttribute(NAME, new Flash(kind, key, kept, undoHref));
  }

  private static Serializable kept(Object arg) {
    return switch (arg) {
      case Money money -> Amount.of(money);
      case Serializable plain -> plain;
      default -> throw new IllegalArgumentException("can't wait in a session: " + arg.getClass());
    };
  }

  /** An amount while it waits. */
  record Amount(long minor, String currency) implements Serializable {
    static Amount of(Money money) {
      return new Amount(money.minor(), money.currency().getCurrencyCode());
    }

    Money money() {
      return Money.of(minor, currency);
    }
  }
}

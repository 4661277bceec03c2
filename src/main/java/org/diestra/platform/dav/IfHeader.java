package org.diestra.platform.dav;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@code If} header (RFC 4918, section 10.4): lists of conditions, of which one must hold
 * whole.
 *
 * @param lists at least one
 */
record IfHeader(List<Conditions> lists) {
  /**
   * @param resource the address it speaks of, or null for that of the request
   */
  record Conditions(@Nullable String resource, List<Condition> all) {}

  /**
   * @param not whether it must not hold
   * @param etag whether the value is an entity tag; else it is a state token
   */
  record Condition(boolean not, boolean etag, String value) {}

  /** Every token that it names: whoever names one is taken to know of it. */
  Set<String> tokens() {
    return lists.stream()
        .flatMap(list -> list.all().stream())
        .filter(c -> !c.etag())
        .map(Condition::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * @param holds whether a condition, taken without its {@code Not}, holds for that resource
   */
  boolean matches(BiPredicate<@Nullable String, Condition> holds) {
    return lists.stream()
        .anyMatch(
            list -> list.all().stream().allMatch(c -> c.not() != holds.test(list.resource(), c)));
  }

  /**
   * @throws DavFault 400 for what is malformed
   */
  static IfHeader read(String text) {
    return new IfHeader(new Reader(text).lists());
  }

  private static final class Reader {
    private static final int LONGEST = 16_000;
    private static final int MOST = 50;
    private final String text;
    private int at;
    private int conditions;

    Reader(String text) {
      this.text = text;
      if (text.length() > LONGEST) {
        throw new DavFault(400);
      }
    }

    List<Conditions> lists() {
      var lists = new ArrayList<Conditions>();
      String resource = null;
      boolean due = false; // a resource must be followed by a list
      for (skip(); at < text.length(); skip()) {
        if (text.charAt(at) == '<') {
          if (due) {
            throw new DavFault(400);
          }
          resource = between('<', '>');
          due = true;
        } else {
          lists.add(new Conditions(resource, list()));
          due = false;
        }
      }
      if (lists.isEmpty() || due || lists.size() > MOST) {
        throw new DavFault(400);
      }
      return lists;
    }

    private List<Condition> list() {
      expect('(');
      var all = new ArrayList<Condition>();
      for (skip(); at < text.length() && text.charAt(at) != ')'; skip()) {
        all.add(condition());
        if (++conditions > MOST) {
          throw new DavFault(400); // each may ask the database
        }
      }
      expect(')');
      if (all.isEmpty()) {
        throw new DavFault(400);
      }
      return all;
    }

    private Condition condition() {
      boolean not = text.regionMatches(true, at, "Not", 0, 3);
      if (not) {
        at += 3;
        skip();
      }
      if (at < text.length() && text.charAt(at) == '[') {
        return new Condition(not, true, tag());
      }
      return new Condition(not, false, between('<', '>'));
    }

    /** It may hold any letter but a quote (RFC 9110, section 8.8.3). */
    private String tag() {
      expect('[');
      int end = text.indexOf("\"]", at);
      if (end < 0) {
        throw new DavFault(400);
      }
      var tag = text.substring(at, end + 1);
      at = end + 2;
      return tag.strip();
    }

    private String between(char open, char close) {
      expect(open);
      int end = text.indexOf(close, at);
      if (end < 0) {
        throw new DavFault(400);
      }
      var inner = text.substring(at, end);
      at = end + 1;
      return inner.strip();
    }

    private void expect(char c) {
      if (at >= text.length() || text.charAt(at) != c) {
        throw new DavFault(400);
      }
      at++;
    }

    private void skip() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}

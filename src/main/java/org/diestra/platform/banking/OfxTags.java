package org.diestra.platform.banking;

import java.util.Locale;

/**
 * The tags of an OFX file one after the other, each with the text behind it: enough of SGML (OFX
 * 1.6, 2.3) and of XML for both of its writings.
 */
final class OfxTags {
  private static final int LONGEST = 2_000; // characters of a value that are kept
  private final String text;
  private int at;
  private int line = 1;
  private int counted;
  private String name = "";
  private String value = "";
  private boolean ends;

  OfxTags(String text) {
    this.text = text;
  }

  /** Moves on to the next; false at the end. */
  boolean next() throws Unreadable {
    while (true) {
      int open = text.indexOf('<', at);
      if (open < 0) {
        return false;
      }
      count(open);
      if (text.startsWith("<?", open)) {
        at = behind("?>", open);
        continue;
      }
      if (text.startsWith("<!--", open)) {
        at = behind("-->", open);
        continue;
      }
      if (text.startsWith("<!", open)) {
        throw new Unreadable("banking.file.doctype", line);
      }
      int close = text.indexOf('>', open);
      int again = text.indexOf('<', open + 1);
      if (close < 0 || close - open > 200 || again >= 0 && again < close) {
        throw new Unreadable("banking.file.broken", line);
      }
      var inner = text.substring(open + 1, close).strip();
      ends = inner.startsWith("/");
      name = (ends ? inner.substring(1) : inner).strip().toUpperCase(Locale.ROOT);
      read(close + 1);
      return true;
    }
  }

  private int behind(String sign, int from) throws Unreadable {
    int found = text.indexOf(sign, from);
    if (found < 0) {
      throw new Unreadable("banking.file.broken", line);
    }
    return found + sign.length();
  }

  private void read(int from) throws Unreadable {
    if (text.startsWith("<![CDATA[", from)) {
      int end = behind("]]>", from);
      value = cut(text.substring(from + 9, end - 3));
      at = end;
      return;
    }
    int end = text.indexOf('<', from);
    int to = end < 0 ? text.length() : end;
    value = plain(cut(text.substring(from, Math.min(to, from + 2 * LONGEST))));
    at = to;
  }

  private static String cut(String text) {
    var bare = text.strip();
    return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
  }

  private static String plain(String text) {
    return text.indexOf('&') < 0
        ? text
        : text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&#39;", "'")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
  }

  private void count(int to) {
    for (; counted < to; counted++) {
      line += text.charAt(counted) == '\n' ? 1 : 0;
    }
  }

  String name() {
    return name;
  }

  /** Stripped; empty where it only holds others. */
  String value() {
    return value;
  }

  /** Whether it is the end of one. */
  boolean ends() {
    return ends;
  }

  /** Of the file, from 1. */
  int line() {
    return line;
  }
}

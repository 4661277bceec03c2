package org.diestra.office.files;

import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.util.regex.Pattern;
import org.diestra.platform.base.Folded;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.previews.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Reads what is written in files, some at a time, in the background. What can't be read is known by
 * its name alone, and is not tried again until it changes.
 */
@Component
class TextReader {
  private static final Logger log = LoggerFactory.getLogger(TextReader.class);

  /** Letters in a row. */
  static final int PART = 100_000;

  /** A program that saves every second is waited for. */
  private static final Duration RESTS = Duration.ofSeconds(10);

  private static final Duration AT_A_TIME = Duration.ofSeconds(30);
  private static final int SOME = 20;
  private static final int MANY = 1_000;
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\n]]");

  /** What no person writes: keys, pictures in letters. */
  private static final Pattern ENDLESS = Pattern.compile("\\S{80,}");

  private final TextStore store;
  private final Wording wording;
  private final Blobs blobs;
  private final HouseRights house;
  private final Clock clock;

  TextReader(TextStore store, Wording wording, Blobs blobs, HouseRights house, Clock clock) {
    this.store = store;
    this.wording = wording;
    this.blobs = blobs;
    this.house = house;
    this.clock = clock;
  }

  /** Reads for half a minute at most. Answers how many files. */
  int read() {
    var types = Wording.types();
    house.call(() -> store.pass(types, MANY));
    var due = house.call(() -> store.unread(types, clock.instant().minus(RESTS), SOME));
    long until = System.nanoTime() + AT_A_TIME.toNanos();
    int read = 0;
    for (var file : due) {
      if (System.nanoTime() > until) {
        return read;
      }
      read(file);
      read++;
    }
    return read;
  }

  private void read(TextStore.Unread file) {
    var text = words(file);
    try {
      house.call(() -> keep(file, text));
    } catch (DataAccessException e) {
      log.warn("the words of file {} can't be kept: {}", file.entry(), e.getMessage());
      house.call(() -> store.mark(file));
    }
  }

  private String words(TextStore.Unread file) {
    try {
      return blobs.find(file.blob()).flatMap(wording::of).orElse("");
    } catch (UncheckedIOException e) {
      log.warn("file {} can't be read: {}", file.entry(), e.getMessage());
      return "";
    }
  }

  private boolean keep(TextStore.Unread file, String text) {
    boolean still = store.mark(file);
    if (still) {
      var body = CONTROLS.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ");
      int part = 0;
      for (int at = 0; at < body.length(); part++) {
        int end = end(body, at);
        add(file, part, body.substring(at, end));
        at = end;
      }
    }
    return still;
  }

  /** Not within a word, where there is a gap near the end. */
  private static int end(String body, int from) {
    int most = Math.min(body.length(), from + PART);
    if (most == body.length()) {
      return most;
    }
    int gap = Math.max(body.lastIndexOf('\n', most), body.lastIndexOf(' ', most));
    return gap > from + PART / 2 ? gap + 1 : most;
  }

  private void add(TextStore.Unread file, int part, String body) {
    if (!body.isBlank()) {
      var folded = folded(body);
      store.add(file, part, body, folded, ENDLESS.matcher(folded).replaceAll(" "));
    }
  }

  /** Letter for letter, so that a place in the one is the same place in the other. */
  static String folded(String body) {
    var out = new StringBuilder(body.length());
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c < 0x80) {
        out.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      } else {
        var one = Folded.of(String.valueOf(c));
        out.append(one.length() == 1 ? one.charAt(0) : c);
      }
    }
    return out.toString();
  }
}

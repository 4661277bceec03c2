package org.diestra.platform.previews;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.blobs.FileType;

/**
 * What the workbench is to make of a file: one line, whatever the words hold.
 *
 * @param page from 1; of a picture always 1
 * @param pixels of the longer side, or of a square's; of words the most letters
 * @param mark to be written across it; may be empty
 */
record Order(Work work, Path from, Path to, FileType type, int page, int pixels, String mark) {

  /** The kinds of work. */
  enum Work {
    FIT,
    SQUARE,
    PAGE,
    FINGERPRINT,
    TABLE,
    WORDS
  }

  String line() {
    return Stream.of(work, from, to, type, page, pixels, mark)
        .map(word -> URLEncoder.encode(word.toString(), StandardCharsets.UTF_8))
        .collect(Collectors.joining(" "));
  }

  static Order read(String line) {
    var words =
        Arrays.stream(line.split(" ", -1))
            .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
            .toList();
    return new Order(
        Work.valueOf(words.get(0)),
        Path.of(words.get(1)),
        Path.of(words.get(2)),
        FileType.valueOf(words.get(3)),
        Integer.parseInt(words.get(4)),
        Integer.parseInt(words.get(5)),
        words.get(6));
  }
}

package org.diestra.platform.page;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts markup into a message: each {@link Content} among the arguments is replaced by a mark, the
 * text is formatted, and then written piece by piece, escaped, with the markup where the marks are.
 */
final class Marks {
  // Private-use characters, which nobody types: \uE000, number, \uE001.
  private static final Pattern MARK = Pattern.compile("\uE000(\\d+)\uE001");

  private Marks() {}

  static Content fill(@Nullable Object[] args, Function<@Nullable Object[], String> format) {
    var texts = new @Nullable Object[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = args[i] instanceof Content ? "\uE000" + i + "\uE001" : unmarked(args[i]);
    }
    return output -> write(format.apply(texts), args, output);
  }

  private static void write(String text, @Nullable Object[] args, TemplateOutput output) {
    if (text.indexOf('\uE000') < 0) {
      output.writeUserContent(text);
      return;
    }
    var mark = MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      output.writeUserContent(text.substring(from, mark.start()));
      var index = Integer.parseInt(text.substring(mark.start(1), mark.end(1)));
      if (args[index] instanceof Content content) {
        output.writeUserContent(content);
      }
      from = mark.end();
    }
    output.writeUserContent(text.substring(from));
  }

  private static @Nullable Object unmarked(@Nullable Object arg) {
    return arg instanceof String text ? text.replace("\uE000", "") : arg;
  }
}
